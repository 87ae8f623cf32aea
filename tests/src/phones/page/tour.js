// The guided tour: what to do next, on whose phone, until a request has come to its end.

import { bare, h, icon } from './dom.js';
import { next } from './way.js';
import { fill, spoken, word } from './words.js';

const LONG = 30_000; // when nothing more is to come, somebody has chosen another way
const GONE = 4_000; // a button that was tapped goes, or it was meant to stay
const SETTLED = 2_500; // what was sent is on its way to others for so long, before it is taken for given up

const sameTap = ({ kind, message, about, data, open }) => JSON.stringify([kind, message, about, data, open]);

export class Tour {
  /** `page` has `wholes()`, `phone(user)`, `bring(user)`, `inHand(user)`, `isTab()`, `chip(user)`, `over()` and `everyone()`. */
  constructor(node, page) {
    this.node = node;
    this.page = page;
    this.step = { kind: 'wait', chapter: 0 };
    this.id = '';
    this.kept = { run: null, count: 0, closed: false, passed: [], ended: [] };
    this.byKeys = false;
    this.fast = false;
    this.tapped = new Map(); // what was tapped, and when
    this.build();
    document.addEventListener('pointerdown', () => { this.byKeys = false; }, true);
  }

  build() {
    this.chapters = h('ol.chapters', {}, ...[0, 1, 2, 3, 4].map(place => h('li', {}, h('i', { 'aria-hidden': 'true' }, String(place + 1)), h('span', { data: { word: `chapter${place}` } }))));
    this.count = h('b.count', { 'aria-hidden': 'true' });
    this.says = h('p', {});
    this.now = h('div.now', { 'aria-live': 'polite' }, this.count, this.says);
    this.show = h('button.second', { type: 'button', id: 'tour-show', data: { word: 'showMe' }, onclick: event => this.shows(event) });
    this.act = h('button.first', { type: 'button', data: { word: 'doIt' }, onclick: event => this.acts(event) });
    this.rest = h('button.second', { type: 'button', hidden: true, data: { word: 'fillRest' }, onclick: () => this.runs() });
    this.again = h('button.first', { type: 'button', hidden: true, data: { word: 'again' }, onclick: () => this.begins() });
    this.more = h('ul.more', { hidden: true }, ...['more1', 'more2', 'more3'].map(key => h('li', { data: { word: key } })));
    const close = h('button.close', { type: 'button', data: { label: 'closeTour', title: 'closeTour' }, onclick: () => this.closes(true) }, icon('close'));
    this.node.append(
      h('header', {}, h('h2', { data: { word: 'tourTitle' } }), close),
      h('p.about', { data: { word: 'tourAbout' } }), this.chapters, this.now,
      h('div.do', {}, this.act, this.show, this.rest, this.again), this.more);
    fill(this.node);
  }

  /** Another run of the stage is another tour; the same one goes on after a reload. */
  of(run) {
    const kept = JSON.parse(sessionStorage.getItem('tour') ?? 'null');
    const closed = kept?.closed ?? false;
    this.kept = kept?.run === run ? kept : { run, count: 0, closed, passed: [], ended: [] };
    this.tapped.clear();
    this.id = '';
    this.fast = false;
    this.closes(this.kept.closed);
  }

  keep() {
    sessionStorage.setItem('tour', JSON.stringify(this.kept));
  }

  closes(closed) {
    this.kept.closed = closed;
    this.node.hidden = closed;
    document.getElementById('guide').hidden = !closed;
    this.keep();
    if (closed) this.mark(null);
    else this.look();
  }

  /** Looks at all phones again, soon: they change one after the other. */
  look() {
    clearTimeout(this.soon);
    this.soon = setTimeout(() => this.looks(), 60);
  }

  looks() {
    if (this.kept.closed) return;
    const step = this.settled(next(this.page.wholes(), { passed: new Set(this.kept.passed), ended: new Set(this.kept.ended), english: spoken() === 'en' }));
    // On a small screen there is one phone at a time.
    if (step.user && !['wait', 'done'].includes(step.kind) && this.page.isTab() && !this.page.inHand(step.user)) step.open = true;
    if (step.kind === 'done' && !this.kept.ended.includes(step.ticket)) this.kept.ended.push(step.ticket);
    const { message, about, kind, label, user, open } = step;
    const id = JSON.stringify([kind, user, message, about, label, open, spoken()]);
    if (id === this.id) return this.mark(step);
    const moved = this.step.user !== step.user;
    if (this.step.kind === 'tap') this.tapped.set(sameTap(this.step), Date.now() + GONE);
    this.id = id;
    this.step = step;
    if (!['wait', 'done'].includes(step.kind)) {
      this.kept.count += 1;
      if (moved && !step.open) this.page.bring(step.user);
    }
    this.keep();
    this.tells();
    this.mark(step);
    this.lost();
    if (this.fast) this.goesOn();
  }

  /**
   * What stands still. Between a form that was sent and its card there is nothing for a moment, which is no reason to begin
   * anew; and a button that was tapped stays for a moment, which is none to tap it again.
   */
  settled(step) {
    clearTimeout(this.later);
    const since = step.begins && this.kept.count > 0 ? (this.since ??= Date.now()) + SETTLED : (this.since = null);
    const left = Math.max(since ?? 0, this.tapped.get(sameTap(step)) ?? 0) - Date.now();
    if (left > 0 && sameTap(step) !== sameTap(this.step)) {
      this.later = setTimeout(() => this.looks(), left + 20);
      return { ...step, kind: 'wait', begins: false, chapter: this.step.chapter };
    }
    return step.kind === 'wait' ? { ...step, chapter: this.step.chapter } : step;
  }

  tells() {
    const { kind, chapter, name, label, text, open } = this.step;
    const is = (...kinds) => kinds.includes(kind);
    [...this.chapters.children].forEach((node, place) => {
      node.className = place < chapter || is('done') ? 'past' : place === chapter ? 'present' : '';
      if (place === chapter && !is('done')) node.setAttribute('aria-current', 'step');
      else node.removeAttribute('aria-current');
    });
    const who = name ? bare(name)[0] : '';
    const what = { tap: h('strong', {}, label ?? ''), say: h('kbd', {}, text ?? ''), send: h('strong', {}, word('sampleLetter')) }[kind];
    const sentence = open ? word('tourOpen', who) : word(`tour_${kind}`, who);
    const [before, after] = sentence.split('…what…');
    this.says.replaceChildren(before, ...(after === undefined ? [] : [what, after]));
    this.count.textContent = is('done') ? '✓' : is('wait') ? '…' : String(this.kept.count);
    this.now.dataset.kind = open ? 'open' : kind;
    this.now.dataset.user = this.step.user ?? '';
    this.act.hidden = is('wait', 'done');
    this.show.hidden = is('wait', 'done');
    this.again.hidden = !is('done');
    this.more.hidden = !is('done');
    this.rest.hidden = is('wait', 'done') || chapter !== 0 || this.kept.count < 5 || this.fast;
    clearTimeout(this.tired);
    if (is('wait')) this.tired = setTimeout(() => this.astray(), LONG);
  }

  /** Nothing has come for long: the request took another way, or has not begun. */
  astray() {
    if (this.step.kind !== 'wait') return;
    this.says.textContent = word('tourAstray');
    this.again.hidden = false;
  }

  begins() {
    if (this.step.ticket) this.kept.passed.push(this.step.ticket);
    this.kept.count = 0;
    this.id = '';
    this.looks();
  }

  /** What is to be tapped or written in. */
  target() {
    const { user, kind, message, data, label, open } = this.step;
    if (!user || ['wait', 'done'].includes(kind)) return null;
    if (open) return this.page.chip(user);
    const phone = this.page.phone(user);
    if (kind === 'say') return phone.composer.field;
    if (kind === 'send') return phone.composer.clip;
    const keys = [...(phone.shown.get(message)?.node.querySelectorAll('.key') ?? [])];
    return keys.find(key => key.dataset.data === data) ?? keys.find(key => key.textContent === label) ?? null;
  }

  mark(step) {
    const target = step && this.target();
    for (const node of document.querySelectorAll('.guided')) if (node !== target) node.classList.remove('guided');
    target?.classList.add('guided');
  }

  shows(event) {
    this.byKeys = event.detail === 0;
    if (!this.step.open) this.page.bring(this.step.user);
    const target = this.target();
    target?.scrollIntoView({ block: 'center', inline: 'nearest' });
    target?.focus({ preventScroll: true });
  }

  /** A step by keyboard was begun here, and ends here: nobody tabs back through three phones. */
  lost() {
    const held = document.activeElement;
    const away = held === document.body || held?.closest('.phone');
    if (this.byKeys && away) (this.show.hidden ? this.again : this.show).focus();
  }

  acts(event) {
    this.byKeys = event?.detail === 0 && document.activeElement !== this.act;
    const { kind, user, text, open } = this.step;
    const target = this.target();
    if (!target) return;
    if (open) return target.click();
    const { composer } = this.page.phone(user);
    if (kind === 'say') composer.writes(text);
    else if (kind === 'send') composer.sendsLetter();
    else target.click();
  }

  /** Fills in the rest of the form, a question after the other. */
  runs() {
    this.fast = true;
    this.rest.hidden = true;
    this.goesOn();
  }

  goesOn() {
    if (this.step.chapter !== 0) {
      this.fast = false;
      return;
    }
    clearTimeout(this.pace);
    if (this.step.kind !== 'wait') this.pace = setTimeout(() => this.acts(), 320);
  }

  reword() {
    this.id = '';
    this.look();
  }
}
