// The row of phones, the bar above it, and the stream of events that keeps both true.

import { ask, avatar, bare, h, post } from './dom.js';
import * as office from './clock.js';
import { Phone } from './phone.js';
import { speak, word } from './words.js';

const row = document.querySelector('.row');
const chips = document.querySelector('.chips');
const narrow = matchMedia('(max-width: 760px)');
const phones = new Map(); // user -> { phone, chip }
const hidden = new Set(JSON.parse(localStorage.getItem('hidden') ?? '[]'));
let play = null; // which run of the stage this is; "start over" begins another
let current = null; // the phone in the person's hand
let state = { bot: 'restarting', cut: false, language: 'id' };

// --- What the stage says

function listen() {
  const events = new EventSource('/events');
  const on = (name, take) => events.addEventListener(name, event => take(JSON.parse(event.data)));
  on('stage', begin);
  on('phone', whole => phoneSaid(whole));
  on('toast', toast => phones.get(toast.user)?.phone.answered(toast));
  on('typing', ({ user }) => phones.get(user)?.phone.typing(true));
  on('clock', said => {
    office.set(said);
    tick();
  });
  on('bot', now => {
    state = now;
    speakIfNeeded();
    status();
  });
  events.onopen = () => { document.querySelector('.offline').hidden = true; };
  events.onerror = () => { document.querySelector('.offline').hidden = false; };
}

/** The cast, in order. Another run than before means that everything starts from nothing. */
function begin({ run, language, users }) {
  state.language = language;
  speakIfNeeded();
  if (run !== play) clear();
  play = run;
  for (const [user, { phone, chip }] of phones) {
    if (users.includes(user)) continue;
    phone.node.remove();
    chip.remove();
    phones.delete(user);
  }
}

function clear() {
  phones.clear();
  current = null;
  row.replaceChildren();
  chips.replaceChildren(h('button.chip.all', { type: 'button', data: { word: 'all' }, onclick: showAll }, word('all')));
}

function phoneSaid(whole) {
  const known = phones.get(whole.user);
  if (known) return known.phone.update(whole);
  const phone = new Phone(whole, marks);
  const chip = chipFor(whole);
  phones.set(whole.user, { phone, chip });
  row.append(phone.node);
  chips.append(chip);
  if (!current) hold(whole.user);
  arrange();
  phone.toEnd();
  phone.marks();
}

// --- Chips: who is on the stage, who is shown, who has news

function chipFor({ user, name, title }) {
  const face = h('button.who', { type: 'button', title: `${name}, ${title}`, onclick: () => pick(user) }, avatar(user, name),
    h('span', {}, h('b', {}, bare(name)[0]), h('small', {}, title)));
  const badge = h('button.badge', { type: 'button', hidden: true, onclick: () => goTo(user) });
  return h('span.chip', { data: { chip: user } }, face, badge);
}

/** On a wide screen a chip shows or hides its phone; on a narrow one it is a tab. */
function pick(user) {
  if (narrow.matches) return goTo(user);
  if (!hidden.delete(user)) hidden.add(user);
  arrange();
  if (!hidden.has(user)) scrollTo(user);
}

function goTo(user) {
  hidden.delete(user);
  hold(user);
  arrange();
  scrollTo(user);
  const { phone } = phones.get(user);
  phone.touched();
  phone.toUnread();
}

function scrollTo(user) {
  phones.get(user).phone.node.scrollIntoView({ behavior: 'smooth', inline: 'center', block: 'nearest' });
}

function showAll() {
  hidden.clear();
  arrange();
}

function arrange() {
  for (const [user, { phone, chip }] of phones) {
    const away = narrow.matches ? user !== current : hidden.has(user);
    if (phone.node.hidden !== away) {
      phone.node.hidden = away;
      if (!away) phone.toEnd();
    }
    chip.classList.toggle('off', !narrow.matches && hidden.has(user));
    chip.classList.toggle('current', user === current);
    chip.querySelector('.who').setAttribute('aria-pressed', String(!away));
  }
  chips.querySelector('.all').hidden = narrow.matches || hidden.size === 0;
  localStorage.setItem('hidden', JSON.stringify([...hidden]));
}

function marks(phone) {
  const badge = phones.get(phone.user)?.chip.querySelector('.badge');
  if (!badge) return;
  badge.hidden = phone.badge.hidden;
  badge.className = phone.badge.className;
  badge.textContent = phone.badge.textContent;
  badge.setAttribute('aria-label', phone.badge.getAttribute('aria-label'));
  const waiting = [...phones.values()].reduce((sum, { phone: { unread } }) => sum + unread, 0);
  document.title = waiting ? `(${waiting}) Loket` : 'Loket';
}

/** One phone is in the hand; all others gather unread messages. */
function hold(user) {
  if (user === current) return;
  phones.get(current)?.phone.left();
  current = user;
  for (const [other, { phone, chip }] of phones) {
    phone.node.classList.toggle('held', other === user);
    if (other === user) phone.away = false;
    chip.classList.toggle('current', other === user);
  }
}

row.addEventListener('touched', event => hold(Number(event.target.dataset.user)));
narrow.addEventListener('change', arrange);

// --- The bar

function status() {
  const shown = state.bot === 'running' && state.cut ? 'cutOff' : state.bot;
  document.querySelector('.status').dataset.status = shown;
  document.getElementById('status').textContent = word(shown);
  document.getElementById('cut').setAttribute('aria-pressed', String(state.cut));
  document.getElementById('cut-word').textContent = word(state.cut ? 'back' : 'cut');
  document.getElementById('restart').disabled = state.bot === 'restarting';
  document.getElementById('over').disabled = state.bot === 'restarting';
  for (const button of document.querySelectorAll('[data-language]')) {
    button.setAttribute('aria-pressed', String(button.dataset.language === state.language));
  }
}

function speakIfNeeded() {
  if (document.documentElement.lang === state.language && play) return;
  speak(state.language);
  tick();
  for (const { phone } of phones.values()) phone.reword();
}

async function press(path) {
  try {
    await post(path);
  } catch (trouble) {
    await ask(`${word('failed')}: ${trouble.message}`, [{ text: word('ok'), value: 'ok', kind: 'first' }]);
  }
}

document.getElementById('restart').addEventListener('click', () => press('/bot/restart'));
document.getElementById('cut').addEventListener('click', () => press(state.cut ? '/telegram/back' : '/telegram/cut'));
document.getElementById('over').addEventListener('click', async () => {
  const answer = await ask(word('overAsk'), [
    { text: word('cancel'), value: '' },
    { text: word('over'), value: 'over', kind: 'danger' },
  ]);
  if (answer) await press('/start-over');
});
for (const button of document.querySelectorAll('[data-language]')) {
  button.addEventListener('click', () => press(`/language/${button.dataset.language}`));
}

// --- The office's time

const clock = document.getElementById('clock');

function tick() {
  const shown = [office.day('long'), office.day('short'), office.time()];
  [...clock.children].forEach((node, place) => {
    if (node.textContent !== shown[place]) node.textContent = shown[place];
  });
  clock.dateTime = office.now().toISOString().slice(0, 16) + 'Z';
}

/** Moves the clock. A second tap waits until the first has moved it. */
async function move(button, path) {
  button.disabled = true;
  await press(path);
  button.disabled = false;
}

for (const way of ['hour', 'working-day']) {
  const button = document.getElementById(way);
  button.addEventListener('click', () => move(button, `/clock/${way}`));
}
setInterval(tick, 1000);

clear();
speak(state.language);
tick();
status();
listen();
