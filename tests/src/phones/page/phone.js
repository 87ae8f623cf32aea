// One person's phone: the chat with the bot, kept equal to what the stage says.

import { bubble, divider } from './bubble.js';
import { Composer } from './composer.js';
import { avatar, h, post } from './dom.js';
import { open } from './sheet.js';
import { fill, spoken, word } from './words.js';

const OWN = 3_000; // what changes so soon after a tap comes of it
const PATIENCE = 20_000; // a tap nobody answers stops spinning, as in Telegram

export class Phone {
  /** `whole` is the phone's first state; `told()` is called whenever its unread count changes. */
  constructor(whole, told) {
    this.user = whole.user;
    this.told = told;
    this.unread = 0;
    this.away = true; // until it is in the person's hand
    this.stick = true; // the end of the chat stays in sight
    this.top = 0;
    this.shown = new Map(); // message id -> { mark, content, node }
    this.spinning = new Map(); // query -> the key that was tapped
    this.tapped = 0;
    this.answers = new Set(); // queries that were answered before the tap's own answer came
    this.acts = {
      say: (text, reply_to) => this.act('say', { text, reply_to }),
      contact: () => this.act('contact'),
      contactOfAnother: () => this.act('contact-of-another'),
      tap: (message, data, key) => this.tap(message, data, key),
      copy: text => this.copied(text),
      rewrite: message => this.composer.rewrite(message),
      show: id => this.show(id),
      open: (file, opener) => open(this.node, file, opener),
      settle: () => this.stick && this.toEnd(),
    };
    this.build(whole);
    this.update(whole, true);
  }

  build({ user, name, title }) {
    this.subtitle = h('p', {});
    this.number = h('i.badge', {});
    this.badge = h('button.jump', { type: 'button', hidden: true, onclick: () => this.toUnread() }, this.number);
    this.chat = h('div.chat', { role: 'log', 'aria-live': 'polite', 'aria-label': name, tabIndex: 0, onscroll: () => this.scrolled() });
    this.introduction = h('p.introduction', {});
    this.empty = h('div.empty', {}, this.introduction, h('p', { data: { word: 'empty' } }),
      h('button', { type: 'button', data: { word: 'start' }, onclick: () => this.acts.say('/start') }));
    this.pill = h('button.pill', { type: 'button', hidden: true, onclick: () => this.toEnd(true) });
    this.above = h('button.pill.above', { type: 'button', hidden: true, data: { word: 'changed' }, onclick: () => this.show(this.changed) });
    this.toasts = h('div.toasts', { role: 'status' });
    this.pin = h('button.pin', { type: 'button', hidden: true, onclick: () => this.show(this.pinned) });
    this.composer = new Composer({ name, title }, {
      say: this.acts.say,
      contact: this.acts.contact,
      contactOfAnother: this.acts.contactOfAnother,
      edit: (message, text) => this.act('edit', { message, text }),
      file: (file, as) => this.file(file, as),
      lastMine: () => this.messages.findLast(({ mine, plain, file }) => mine && plain && !file),
    });
    this.node = h('article.phone', { data: { user }, 'aria-label': `${name}, ${title}` },
      h('header', {}, avatar(user, name), h('div', {}, h('h2', { title: name }, name), this.subtitle), this.badge),
      this.pin, h('div.screen', {}, this.chat, this.empty, this.above, this.pill, this.toasts), this.composer.node,
      h('div.drop', { data: { word: 'drop' } }));
    fill(this.node);
    for (const touch of ['pointerdown', 'focusin', 'click']) this.node.addEventListener(touch, () => this.touched());
    new ResizeObserver(this.acts.settle).observe(this.chat);
    this.chat.addEventListener('animationend', event => event.target.parentNode.classList?.remove('flash'));
    this.dropping();
  }

  dropping() {
    const files = event => [...event.dataTransfer.types].includes('Files');
    this.node.addEventListener('dragover', event => {
      if (!files(event)) return;
      event.preventDefault();
      this.node.classList.add('dropping');
    });
    this.node.addEventListener('dragleave', event => {
      if (!this.node.contains(event.relatedTarget)) this.node.classList.remove('dropping');
    });
    this.node.addEventListener('drop', async event => {
      if (!files(event)) return;
      event.preventDefault();
      this.node.classList.remove('dropping');
      this.touched();
      for (const file of [...event.dataTransfer.files]) await this.composer.offer(file);
    });
  }

  /** Makes the chat equal to `whole`; what changed since the last time is made visible, what is new is counted. */
  update(whole, first = false) {
    this.whole = whole;
    this.messages = whole.messages;
    this.composer.update(whole);
    this.typing(false);
    this.empty.hidden = whole.messages.length > 0;
    this.introduction.textContent = whole.introduction;
    this.introduction.hidden = !whole.introduction;
    const pinned = whole.pinned?.at(-1);
    this.pinned = pinned?.id;
    this.pin.hidden = !pinned;
    if (pinned) this.pin.replaceChildren(h('b', {}, word('pinned')), h('span', {}, pinned.text));
    const stick = first || this.stick;
    const { fresh, changed } = this.reconcile(first);
    this.dividers();
    if (first) return;
    const mine = fresh.some(({ message }) => message.mine);
    const theirs = fresh.filter(({ message }) => !message.mine);
    if (mine) this.seen();
    if (mine) this.above.hidden = true; // whoever goes on has no use for what changed before
    this.unread += theirs.length;
    this.news = Boolean(changed.length) || this.news;
    if (!this.away && stick && document.visibilityState === 'visible') this.unread = 0;
    if (!this.away) this.news = false;
    if (stick || mine) this.toEnd();
    this.notice(changed);
    this.marks();
  }

  /** The bot is at work; Telegram shows that for five seconds, or until something arrives. */
  typing(on) {
    clearTimeout(this.working);
    if (on) this.working = setTimeout(() => this.typing(false), 5000);
    this.subtitle.textContent = on ? word('typing') : this.whole.title;
    this.subtitle.classList.toggle('typing', on);
  }

  reconcile(first) {
    const fresh = [];
    const changed = [];
    const gone = new Set(this.shown.keys());
    let before = null;
    for (const message of this.messages) {
      gone.delete(message.id);
      const mark = JSON.stringify(message);
      const content = JSON.stringify({ ...message, reply: null }); // a quote follows what it quotes
      const known = this.shown.get(message.id);
      if (known?.mark === mark) {
        before = known.node;
        continue;
      }
      const node = bubble(message, this.acts);
      if (known) {
        const held = known.node.contains(document.activeElement);
        known.node.replaceWith(node);
        // Whoever is here by keyboard stays here.
        if (held) {
          node.tabIndex = -1;
          node.focus({ preventScroll: true });
        }
        if (known.content !== content) {
          changed.push(node);
          node.classList.add('flash');
        }
      } else {
        if (before) before.after(node);
        else this.chat.prepend(node);
        fresh.push({ message, node });
        if (!first) node.classList.add('arrived');
      }
      this.shown.set(message.id, { mark, content, node });
      before = node;
    }
    for (const id of gone) {
      this.shown.get(id).node.remove();
      this.shown.delete(id);
    }
    return { fresh, changed };
  }

  /** Where a chat is older than a day, its days. */
  dividers() {
    this.chat.querySelectorAll('.divider.day').forEach(node => node.remove());
    if (new Set(this.messages.map(({ on }) => on)).size < 2) return;
    let day = null;
    for (const { id, on } of this.messages) {
      if (on === day) continue;
      const date = new Date(`${on}T12:00:00Z`).toLocaleDateString(spoken(), { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
      this.shown.get(id).node.before(divider('day', date));
      day = on;
    }
  }

  /** A change out of sight is announced at the upper edge. */
  notice(changed) {
    const top = this.chat.getBoundingClientRect().top;
    // What changes because of what was tapped here just now is no news.
    if (Date.now() - this.tapped < OWN) return;
    const hidden = changed.find(node => node.getBoundingClientRect().bottom < top + 24);
    if (!hidden) return;
    this.changed = Number(hidden.dataset.message);
    this.above.hidden = false;
  }

  atEnd() {
    return this.chat.scrollHeight - this.chat.scrollTop - this.chat.clientHeight < 48;
  }

  toEnd(smoothly = false) {
    this.stick = true;
    this.chat.scrollTo({ top: this.chat.scrollHeight, behavior: smoothly ? 'smooth' : 'instant' });
  }

  scrolled() {
    // Only the person's own scrolling up lets go of the end; a picture that grows does not.
    if (this.chat.scrollTop < this.top) this.stick = false;
    if (this.atEnd()) this.stick = true;
    this.top = this.chat.scrollTop;
    if (this.stick && !this.away) this.seen();
    this.marks();
  }

  show(id) {
    const node = this.shown.get(id)?.node;
    this.above.hidden = true;
    if (!node) return;
    node.scrollIntoView({ block: 'center', behavior: 'smooth' });
    node.classList.remove('flash');
    requestAnimationFrame(() => node.classList.add('flash'));
  }

  toUnread() {
    this.toEnd(true);
    this.composer.field.focus({ preventScroll: true });
  }

  touched() {
    this.away = false;
    this.news = false;
    if (this.atEnd()) this.seen();
    this.marks();
    this.node.dispatchEvent(new CustomEvent('touched', { bubbles: true }));
  }

  /** The person went to another phone. */
  left() {
    this.away = true;
    this.composer.close();
  }

  seen() {
    this.unread = 0;
    this.news = false;
  }

  marks() {
    this.badge.hidden = !this.unread && !this.news;
    this.number.textContent = this.unread ? String(this.unread) : '';
    this.number.classList.toggle('quiet', !this.unread);
    this.badge.setAttribute('aria-label', word('goTo', this.unread));
    this.node.classList.toggle('unread', this.unread > 0);
    this.pill.hidden = this.atEnd();
    this.pill.textContent = this.unread ? word('newer', this.unread) : word('newest');
    this.told(this);
  }

  /** What the stage answered, or null after telling the person that it did not work. */
  async act(what, body) {
    try {
      return await post(`/phones/${this.user}/${what}`, body);
    } catch (trouble) {
      this.toast(`${word('failed')}: ${trouble.message}`);
      return null;
    }
  }

  async tap(message, data, key) {
    const calm = () => key.removeAttribute('aria-busy');
    this.tapped = Date.now();
    key.setAttribute('aria-busy', 'true');
    setTimeout(calm, PATIENCE);
    const tapped = await this.act('tap', { message, data });
    if (!tapped || this.answers.delete(tapped.query)) calm();
    else this.spinning.set(tapped.query, key);
  }

  file(file, as) {
    const form = new FormData();
    form.append('as', as);
    form.append('file', file, file.name);
    return this.act('file', form);
  }

  async copied(text) {
    await navigator.clipboard?.writeText(text).catch(() => {});
    this.toast(`${word('copied')}: ${text}`);
  }

  /** The answer to a tap: the spinner stops, and what it says is shown over the chat. */
  answered({ query, text, alert }) {
    const key = this.spinning.get(query);
    if (key) key.removeAttribute('aria-busy');
    else this.answers.add(query);
    this.spinning.delete(query);
    if (!text) return;
    if (alert) this.alert(text);
    else this.toast(text);
  }

  toast(text) {
    const node = h('p.toast', {}, text);
    this.toasts.append(node);
    setTimeout(() => node.remove(), 3000 + text.length * 40);
  }

  alert(text) {
    const box = h('div.alert', { role: 'alertdialog', 'aria-label': text },
      h('div', {}, h('p', {}, text), h('button', { type: 'button', onclick: () => box.remove() }, word('ok'))));
    this.node.querySelector('.screen').append(box);
    if (!this.away) box.querySelector('button').focus();
  }

  /** The page speaks another language: everything the page itself wrote is written again. */
  reword() {
    for (const { node } of this.shown.values()) node.remove();
    this.shown.clear();
    this.update(this.whole, true);
    this.marks();
    this.toEnd();
  }
}
