// The page: the bar, the tour, the row of phones, and the stream of events that keeps them true.

import * as office from './clock.js';
import { Crowd } from './crowd.js';
import { ask, post } from './dom.js';
import * as moments from './moments.js';
import { Tour } from './tour.js';
import { speak, word } from './words.js';

let play = null; // which run of the stage this is; "start over" begins another
let state = { bot: 'restarting', cut: false, language: 'id' };
const find = id => document.getElementById(id);

const crowd = new Crowd(document.querySelector('.row'), document.querySelector('.chips'), () => tour?.look());
const tour = new Tour(find('tour'), crowd);

// --- What the stage says

function listen() {
  const events = new EventSource('/events');
  const on = (name, take) => events.addEventListener(name, event => take(JSON.parse(event.data)));
  on('stage', begin);
  on('phone', whole => crowd.said(whole));
  on('toast', toast => crowd.phone(toast.user)?.answered(toast));
  on('typing', ({ user }) => crowd.phone(user)?.typing(true));
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
function begin({ run, language, chosen, users, stars }) {
  state.language = language;
  speakIfNeeded();
  if (run !== play) crowd.clear();
  play = run;
  crowd.stars = stars;
  crowd.only(users);
  tour.of(run);
  if (!chosen) press(`/language/${ownLanguage()}`);
}

/** Indonesian, unless the reader's browser asks for English first. */
function ownLanguage() {
  const known = navigator.languages.map(tag => tag.slice(0, 2)).find(tag => ['id', 'ms', 'en'].includes(tag));
  return known === 'en' ? 'en' : 'id';
}

// --- The bar

function status() {
  const shown = state.bot === 'running' && state.cut ? 'cutOff' : state.bot;
  document.querySelector('.status').dataset.status = shown;
  find('status').textContent = word(shown);
  find('cut').setAttribute('aria-pressed', String(state.cut));
  find('cut-word').textContent = word(state.cut ? 'back' : 'cut');
  find('restart').disabled = state.bot === 'restarting';
  find('over').disabled = state.bot === 'restarting';
  for (const button of document.querySelectorAll('[data-language]')) {
    button.setAttribute('aria-pressed', String(button.dataset.language === state.language));
  }
}

function speakIfNeeded() {
  if (document.documentElement.lang === state.language && play) return;
  speak(state.language);
  tick();
  crowd.reword();
  tour.reword();
}

async function press(path) {
  try {
    await post(path);
  } catch (trouble) {
    await ask(`${word('failed')}: ${trouble.message}`, [{ text: word('ok'), value: 'ok', kind: 'first' }]);
  }
}

async function over() {
  const answer = await ask(word('overAsk'), [
    { text: word('cancel'), value: '' },
    { text: word('overSurely'), value: 'over', kind: 'danger' },
  ]);
  if (answer) await press('/start-over');
}

find('restart').addEventListener('click', () => press('/bot/restart'));
find('cut').addEventListener('click', () => press(state.cut ? '/telegram/back' : '/telegram/cut'));
find('over').addEventListener('click', over);
document.querySelector('.skip').addEventListener('click', event => {
  event.preventDefault();
  if (find('tour').hidden) tour.closes(false);
  (tour.show.hidden ? tour.again : tour.show).focus();
});
for (const button of document.querySelectorAll('[data-language]')) {
  button.addEventListener('click', () => press(`/language/${button.dataset.language}`));
}

// The tools lie open where there is room for them.
const roomy = matchMedia('(min-width: 1400px)');
const tools = document.querySelector('.tools');
const fits = () => { tools.open = roomy.matches; };
roomy.addEventListener('change', fits);
fits();
document.addEventListener('click', event => {
  if (!roomy.matches && !tools.contains(event.target)) tools.open = false;
});
tools.addEventListener('keydown', event => {
  if (event.key !== 'Escape' || roomy.matches) return;
  tools.open = false;
  tools.querySelector('summary').focus();
});

// --- The office's time

const clock = find('clock');

function tick() {
  const shown = [office.day('long'), office.day('short'), office.time()];
  [...clock.children].forEach((node, place) => {
    if (node.textContent !== shown[place]) node.textContent = shown[place];
  });
  clock.dateTime = office.now().toISOString().slice(0, 16) + 'Z';
  moments.tick();
}

/** Moves the clock. A second tap waits until the first has moved it. */
async function move(button, path) {
  button.disabled = true;
  await press(path);
  button.disabled = false;
}

for (const way of ['hour', 'working-day']) {
  const button = find(way);
  button.addEventListener('click', () => move(button, `/clock/${way}`));
}
setInterval(tick, 1000);

crowd.clear();
find('guide').addEventListener('click', () => tour.closes(false));
speak(state.language);
tick();
status();
listen();
