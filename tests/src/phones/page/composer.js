// What a person can write and attach: the field, the menu of commands, papers, drag and drop.

import { ask, h, icon } from './dom.js';
import { letter, photo } from './samples.js';
import { fill, word } from './words.js';

export class Composer {
  /** `send` has `say(text, replyTo)`, `contact()`, `contactOfAnother()`, `edit(message, text)`, `file(file, as)` and `lastMine()`. */
  constructor(person, send) {
    this.person = person;
    this.send = send;
    this.commands = [];
    this.rewriting = null;
    this.field = h('textarea', {
      rows: 1, data: { hint: 'message', label: 'message' }, autocomplete: 'off', enterKeyHint: 'send', maxLength: 4096,
      oninput: () => this.written(), onkeydown: event => this.key(event), onpaste: event => this.pasted(event),
    });
    this.slash = this.opener('commands', h('b', {}, '/'), () => this.commandMenu(''));
    this.clip = this.opener('attach', icon('attach'), () => this.attachMenu());
    this.go = h('button.send', { type: 'submit', data: { label: 'send', title: 'send' } }, icon('send'));
    this.strip = h('div.strip', { hidden: true });
    this.below = h('div.choices', { hidden: true });
    this.menu = h('div.menu', { role: 'menu', hidden: true, onkeydown: event => this.menuKey(event) });
    this.any = this.picker('', file => this.offer(file));
    this.images = this.picker('image/*', file => send.file(file, 'photo'));
    this.node = h('form.composer', { onsubmit: event => { event.preventDefault(); this.submit(); } },
      this.menu, this.strip,
      h('div.line', {}, this.slash, this.clip, this.field, this.go), this.below, this.any, this.images);
    this.node.addEventListener('focusout', event => {
      if (!this.node.contains(event.relatedTarget)) this.close();
    });
    fill(this.node);
    this.written();
  }

  opener(name, face, open) {
    return h('button.tool', {
      type: 'button', 'aria-haspopup': 'menu', 'aria-expanded': 'false', data: { label: name, title: name },
      onclick: event => {
        const opened = event.currentTarget.getAttribute('aria-expanded') === 'true';
        this.close();
        if (!opened) {
          open();
          event.currentTarget.setAttribute('aria-expanded', 'true');
          this.menu.querySelector('button')?.focus();
        }
      },
    }, face);
  }

  picker(accept, taken) {
    return h('input', {
      type: 'file', accept, hidden: true, tabIndex: -1,
      onchange: event => {
        for (const file of event.currentTarget.files) taken(file);
        event.currentTarget.value = '';
      },
    });
  }

  update({ commands, choices, answering, placeholder }) {
    this.commands = commands;
    this.answering = answering;
    this.slash.hidden = commands.length === 0;
    this.field.placeholder = placeholder || word(answering ? 'reply' : 'message');
    this.below.hidden = choices.length === 0;
    this.below.replaceChildren(...choices.map(row => h('div.keys', {}, ...row.map(({ text, contact }) =>
      h('button.choice', { type: 'button', onclick: () => (contact ? this.send.contact() : this.send.say(text)) }, text)))));
  }

  written() {
    if (!CSS.supports('field-sizing', 'content') && this.field.isConnected) {
      this.field.style.height = 'auto';
      this.field.style.height = `${Math.min(this.field.scrollHeight, 132)}px`;
    }
    this.go.disabled = this.field.value.trim() === '';
    if (/^\/\w*$/.test(this.field.value)) this.commandMenu(this.field.value.slice(1));
    else this.close();
  }

  key(event) {
    if (event.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      this.submit();
    } else if (event.key === 'Escape') {
      this.close();
      this.rewrite(null);
    } else if (event.key === 'ArrowUp' && !this.menu.hidden) {
      event.preventDefault();
      [...this.menu.children].at(-1)?.focus();
    } else if (event.key === 'ArrowUp' && this.field.value === '') {
      const last = this.send.lastMine();
      if (last) {
        event.preventDefault();
        this.rewrite(last);
      }
    }
  }

  /** Writes and sends, as the person would. */
  writes(text) {
    this.rewrite(null);
    this.field.value = text;
    this.written();
    this.submit();
  }

  sendsLetter() {
    this.close();
    this.send.file(letter(this.person.name, this.person.title), 'document');
  }

  submit() {
    const text = this.field.value.trim();
    if (!text) return;
    if (this.rewriting) this.send.edit(this.rewriting.id, text);
    else this.send.say(text, this.answering ?? undefined);
    this.field.value = '';
    this.rewrite(null);
    this.written();
  }

  /** Editing an old message, as people do; null goes back to writing a new one. */
  rewrite(message) {
    if (!message && !this.rewriting) return;
    this.rewriting = message;
    this.strip.hidden = !message;
    this.field.value = message?.plain ?? '';
    if (message) {
      this.strip.replaceChildren(
        icon('edit'), h('span', {}, h('b', {}, word('edit')), message.plain),
        h('button.tool', { type: 'button', 'aria-label': word('cancel'), onclick: () => this.rewrite(null) }, icon('close')));
      this.field.focus();
    }
    this.written();
  }

  open(...entries) {
    this.menu.replaceChildren(...entries);
    this.menu.hidden = entries.length === 0;
  }

  close() {
    this.menu.hidden = true;
    for (const opener of [this.slash, this.clip]) opener.setAttribute('aria-expanded', 'false');
  }

  entry(face, act) {
    return h('button', { type: 'button', role: 'menuitem', onclick: () => { this.close(); act(); } }, ...face);
  }

  commandMenu(begun) {
    this.open(...this.commands
      .filter(({ command }) => command.startsWith(begun))
      .map(({ command, description }) => this.entry([h('b', {}, `/${command}`), h('span', {}, description)], () => {
        this.field.value = '';
        this.written();
        this.send.say(`/${command}`);
      })));
  }

  attachMenu() {
    const { name } = this.person;
    const line = (picture, key) => [icon(picture), h('span', {}, word(key))];
    this.open(
      this.entry(line('letter', 'sampleLetter'), () => this.sendsLetter()),
      this.entry(line('photo', 'samplePhoto'), async () => this.send.file(await photo(name), 'photo')),
      this.entry(line('file', 'file'), () => this.any.click()),
      this.entry(line('photo', 'photo'), () => this.images.click()),
      this.entry(line('person', 'contactOfAnother'), () => this.send.contactOfAnother()));
  }

  menuKey(event) {
    const entries = [...this.menu.children];
    const at = entries.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      entries[(at + step + entries.length) % entries.length].focus();
    } else if (event.key === 'Escape') {
      this.close();
      this.field.focus();
    }
  }

  pasted(event) {
    const files = [...(event.clipboardData?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    files.forEach(file => this.offer(file));
  }

  /** A picture may travel as a photo or as a file; anything else is a file. */
  async offer(file) {
    if (!file.type.startsWith('image/')) return this.send.file(file, 'document');
    const as = await ask(word('imageAsk', file.name), [
      { text: word('cancel'), value: '' },
      { text: word('asFile'), value: 'document' },
      { text: word('asPhoto'), value: 'photo', kind: 'first' },
    ]);
    return as && this.send.file(file, as);
  }
}
