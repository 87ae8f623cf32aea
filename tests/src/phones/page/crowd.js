// Who is on the page: three at first, everyone behind a button. A chip brings its phone and never takes it away.

import { avatar, bare, h } from './dom.js';
import { Phone } from './phone.js';
import { word } from './words.js';

const narrow = matchMedia('(max-width: 760px)');

export class Crowd {
  /** `changed()` is called whenever a phone shows something else. */
  constructor(row, chips, changed) {
    this.row = row;
    this.chips = chips;
    this.changed = changed;
    this.phones = new Map(); // user -> { phone, chip }
    this.stars = [];
    this.brought = new Set(); // those who were called beside the stars
    this.all = localStorage.getItem('everyone') === 'true';
    this.current = null; // the phone in the person's hand
    this.everyone = h('button.everyone', { type: 'button', onclick: () => this.shows(!this.all) }, h('span', {}), h('i.news', { hidden: true }));
    this.guide = h('button.everyone', { type: 'button', id: 'guide', hidden: true, data: { word: 'guide' } });
    row.addEventListener('touched', event => this.hold(Number(event.target.dataset.user)));
    narrow.addEventListener('change', () => {
      this.arrange();
      this.changed();
    });
    chips.addEventListener('keydown', event => this.walks(event));
  }

  clear() {
    this.phones.clear();
    this.brought.clear();
    this.current = null;
    this.row.replaceChildren();
    this.chips.replaceChildren(h('div.people', {}), this.everyone, this.guide);
    this.people = this.chips.firstChild;
  }

  only(users) {
    for (const [user, { phone, chip }] of this.phones) {
      if (users.includes(user)) continue;
      phone.node.remove();
      chip.remove();
      this.phones.delete(user);
    }
  }

  /** A phone as it is now. */
  said(whole) {
    const known = this.phones.get(whole.user);
    if (known) {
      known.phone.update(whole);
      known.chip.querySelector('small').textContent = whole.title;
      return this.changed();
    }
    const phone = new Phone(whole, one => this.marks(one));
    const chip = this.chipFor(whole);
    this.phones.set(whole.user, { phone, chip });
    this.row.append(phone.node);
    this.people.append(chip);
    if (!this.current) this.hold(whole.user);
    this.arrange();
    phone.toEnd();
    phone.marks();
    return this.changed();
  }

  chipFor({ user, name, title }) {
    const face = h('button.who', { type: 'button', title: `${name}, ${title}`, onclick: () => this.bring(user, true) }, avatar(user, name),
      h('span', {}, h('b', {}, bare(name)[0]), h('small', {}, title)), h('i.badge', { hidden: true }));
    return h('span.chip', { data: { chip: user } }, face);
  }

  /** Shows a phone; in the hand it gathers nothing unread. */
  bring(user, inHand = false) {
    const found = this.phones.get(user);
    if (!found) return;
    if (!this.isShown(user)) this.brought.add(user);
    if (inHand) {
      this.hold(user);
      found.phone.touched();
    }
    this.arrange();
    found.phone.node.scrollIntoView({ behavior: 'smooth', inline: 'nearest', block: 'nearest' });
    if (inHand) found.phone.toUnread();
    this.changed();
  }

  isShown(user) {
    return this.all || this.stars.includes(user) || this.brought.has(user);
  }

  shows(all) {
    this.all = all;
    if (!all) {
      this.brought.clear();
      if (!this.isShown(this.current)) this.hold(this.stars[0]);
    }
    localStorage.setItem('everyone', String(all));
    this.arrange();
    this.changed();
  }

  arrange() {
    for (const [user, { phone, chip }] of this.phones) {
      const away = narrow.matches ? user !== this.current : !this.isShown(user);
      if (phone.node.hidden !== away) {
        phone.node.hidden = away;
        if (!away) phone.toEnd();
      }
      chip.hidden = !this.isShown(user);
      chip.classList.toggle('current', user === this.current);
      const who = chip.querySelector('.who');
      who.setAttribute('aria-pressed', String(!away));
      // One stop for the keyboard; the arrows go on from there.
      who.tabIndex = user === this.current ? 0 : -1;
    }
    this.everyone.firstChild.textContent = this.all ? word('onlyStars') : word('everyone', this.phones.size);
    this.everyone.setAttribute('aria-expanded', String(this.all));
    this.everyone.hidden = this.phones.size <= this.stars.length;
    this.news();
  }

  walks(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const shown = [...this.people.children].filter(chip => !chip.hidden).map(chip => chip.querySelector('.who'));
    const at = shown.indexOf(document.activeElement);
    if (!step || at < 0) return;
    event.preventDefault();
    shown[(at + step + shown.length) % shown.length].focus();
  }

  marks(phone) {
    const badge = this.phones.get(phone.user)?.chip.querySelector('.badge');
    if (!badge) return;
    badge.hidden = phone.badge.hidden;
    badge.classList.toggle('quiet', phone.number.classList.contains('quiet'));
    badge.textContent = phone.number.textContent;
    const waiting = [...this.phones.values()].reduce((sum, { phone: { unread } }) => sum + unread, 0);
    document.title = waiting ? `(${waiting}) Loket` : 'Loket';
    this.news();
  }

  /** Somebody who is not shown has news. */
  news() {
    const hidden = [...this.phones].filter(([user]) => !this.isShown(user));
    this.everyone.querySelector('.news').hidden = !hidden.some(([, { phone }]) => phone.unread > 0);
  }

  /** One phone is in the hand; all others gather unread messages. */
  hold(user) {
    if (user === this.current) return;
    this.phones.get(this.current)?.phone.left();
    this.current = user;
    for (const [other, { phone, chip }] of this.phones) {
      phone.node.classList.toggle('held', other === user);
      if (other === user) phone.away = false;
      chip.classList.toggle('current', other === user);
      chip.querySelector('.who').tabIndex = other === user ? 0 : -1;
    }
    this.changed();
  }

  reword() {
    for (const { phone } of this.phones.values()) phone.reword();
    this.arrange();
  }

  // --- What the tour asks

  wholes() {
    const known = [...this.stars, ...[...this.phones.keys()].filter(user => !this.stars.includes(user))];
    return known.map(user => this.phones.get(user)?.phone.whole).filter(Boolean);
  }

  phone(user) {
    return this.phones.get(user)?.phone;
  }

  chip(user) {
    const { chip } = this.phones.get(user) ?? {};
    if (chip?.hidden) this.brought.add(user);
    if (chip) chip.hidden = false;
    return chip?.querySelector('.who') ?? null;
  }

  inHand(user) {
    return user === this.current;
  }

  isTab() {
    return narrow.matches;
  }
}
