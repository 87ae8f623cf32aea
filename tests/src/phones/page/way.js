// The way of one request through three phones, read from what the phones show: nothing here knows what the bot will say,
// so whoever leaves the way, answers otherwise or comes back later is led on from where they are.

import * as office from './clock.js';

const SERVICE = /kunjungan ruang|data cent(re|er) visit/i;
const NEW = /ajukan permohonan|new request/i;
const TICKET = /\b[A-Z]{2,4}-\d{4}-\d{4,}\b/;
const CANCEL = /^\W*(batal|cancel)$/i;
// What leads about in a form or beside a card, and decides nothing.
const ASIDE = /^\W*(batal|cancel|kembali|back|menu|isian|data|answers|berkas|files|riwayat|history|tulis|write|ingatkan|remind|send a reminder|saya yang urus|i will answer|permohonan asal|first request|ambil alih|take the task|selengkapnya|read all|tarik|withdraw|lihat|show|buka|open|ubah isian|change an|undo|take back|ada masalah|something wrong|ajukan lagi|ask again|apa ini|what is this|pin|lepas|unpin|tanda terima|receipt|ajukan permohonan|new request|permohonan saya|my requests|bantuan|help)|^(📄|📎|🪪)/i;
// What leads from a list to its lines, one or all.
const LISTED = /^\W*\d+\W*$|\b[A-Z]{2,4}-\d{4}-\d{4,}\b|^\W*(kerjakan|berikutnya|work|next)\b|sekaligus|one by one|do it now|: all \d/i;
// What ends a choice of several, leaves out what need not be, or confirms: in this order.
const FIRST = [/\((?!0\))\d+\)$/, /^\W*(tidak ada|none|lewati|skip)$/i, /^\W*(sekarang|now)$/i, /^\W*(ya|yes)\b/i, /^✅/];

// What is written where a question has no buttons, in the language of the page.
const ANSWERS = [
  [/nama pengunjung|visitor.s name|penanggung jawab|contact\?/i, () => 'Rani Contoh, S.Kom.'],
  [/nomor hp|mobile number/i, () => '0812-0000-0000'],
  [/instansi atau perusahaan|institution or company/i, en => (en ? 'Department of Social Affairs' : 'Dinas Sosial')],
  [/uraikan|describe/i, en => (en ? 'Replacing a disk of our server in rack 3.' : 'Mengganti diska server kami di rak 3.')],
  [/akan masuk|will you arrive/i, () => office.moment(30)],
  [/akan keluar|will you leave/i, () => office.moment(150)],
];

const plain = html => new DOMParser().parseFromString(html, 'text/html').body.textContent;
// What only copies something leads nowhere.
const keysOf = message => message.buttons.flat().filter(({ copy }) => !copy);
const has = (message, pattern) => keysOf(message).some(({ text }) => pattern.test(text));
const withKeys = phone => phone.messages.filter(message => !message.mine && message.buttons.length);

/**
 * What comes next, of all phones in order: `{ kind, user, name, chapter, label | text, message, key }`, where `kind` is
 * `tap`, `say`, `send`, `wait`, or `done`, and `begins` says that no request is under way. `passed` are tickets that nobody follows any more,
 * and `ended` those that have come to their end: whatever is looked at afterwards is no step of theirs.
 */
export function next(phones, { passed, ended, english }) {
  const [first, ...others] = phones;
  if (!first) return { kind: 'wait', chapter: 0 };
  const newest = withKeys(first).at(-1);
  const filling = newest && has(newest, CANCEL);
  const ticket = newestTicket(first, passed);
  if (filling) return { chapter: ticket ? 4 : 0, ...answer(first, newest, english) };
  if (!ticket) return { ...begin(first, newest), begins: true };
  if (ended.has(ticket)) return { kind: 'done', user: first.user, name: first.name, chapter: 4, ticket };
  for (const phone of others) {
    const step = atDesk(phone, ticket, english);
    if (step) return step;
  }
  const back = atDesk(first, ticket, english);
  if (back) return { ...back, chapter: 4 };
  return { kind: over(first, ticket) ? 'done' : 'wait', chapter: over(first, ticket) ? 4 : 1, user: first.user, name: first.name, ticket };
}

function newestTicket(phone, passed) {
  const found = phone.messages.filter(({ mine }) => !mine).map(({ html }) => TICKET.exec(plain(html))?.[0]);
  return found.findLast(ticket => ticket && !passed.has(ticket));
}

function begin(phone, newest) {
  const choosing = newest && keysOf(newest).find(({ text }) => SERVICE.test(text));
  if (choosing) return tap(phone, newest, choosing, 0);
  const menu = withKeys(phone).findLast(message => has(message, NEW));
  if (menu) return tap(phone, menu, keysOf(menu).find(({ text }) => NEW.test(text)), 0);
  return { kind: phone.messages.length ? 'say' : 'wait', user: phone.user, name: phone.name, chapter: 0, text: '/menu' };
}

/** A form that stands open there, or a card that waits for a decision. */
function atDesk(phone, ticket, english) {
  const about = withKeys(phone).filter(({ html }) => plain(html).includes(ticket));
  const form = about.findLast(message => has(message, CANCEL));
  if (form) return { chapter: chapterOf(form), ...answer(phone, form, english) };
  const decides = ({ text }) => !ASIDE.test(text) && !LISTED.test(text);
  const card = about.findLast(message => keysOf(message).some(decides));
  if (!card) return null;
  const choices = keysOf(card).filter(decides);
  const yes = choices.find(({ style }) => style === 'success') ?? choices.find(({ text }) => /^✅/.test(text)) ?? choices[0];
  return tap(phone, card, yes, chapterOf(card));
}

function chapterOf({ html }) {
  const text = plain(html);
  if (/izin masuk|beri izin|allow/i.test(text.split('\n').slice(0, 2).join(' '))) return 1;
  return /catat kedatangan|record the arrival|masuk, badge|enters, badge/i.test(text.split('\n').slice(0, 2).join(' ')) ? 2 : 3;
}

/** How a question is answered: with words where they are known, else with the button that leads on. */
function answer(phone, message, english) {
  const text = plain(message.html);
  const choices = keysOf(message).filter(({ text: label }) => !ASIDE.test(label));
  const who = from(phone, message);
  const known = choices.length ? null : ANSWERS.find(([pattern]) => pattern.test(text));
  const asksWhen = ANSWERS.slice(-2).find(([pattern]) => pattern.test(text));
  if (known ?? asksWhen) return { ...who, kind: 'say', text: (known ?? asksWhen)[1](english) };
  if (choices.length) {
    const ahead = FIRST.map(pattern => choices.find(({ text: label }) => pattern.test(label))).find(Boolean);
    return tap(phone, message, ahead ?? choices[0]);
  }
  if (/PDF/.test(text)) return { ...who, kind: 'send' };
  const example = /(?:contoh|example|misalnya|for example):?\s*([^\n]+)/i.exec(text)?.[1];
  return { ...who, kind: 'say', text: example?.trim() ?? '1' };
}

function tap(phone, message, key, chapter) {
  const step = { ...from(phone, message), kind: 'tap', label: key.text, data: key.data };
  return chapter === undefined ? step : { ...step, chapter };
}

/** On whose phone, and below what: a message that becomes another question asks another thing. */
function from(phone, message) {
  return { user: phone.user, name: phone.name, message: message.id, about: plain(message.html).slice(0, 160) };
}

/** The one who asked has read that it is over: in the first line of a message, where news begins. */
function over(phone, ticket) {
  const about = phone.messages.filter(({ html }) => plain(html).includes(ticket)).slice(-3);
  return about.some(({ html }) => /selesai|done|complete|finished|ditolak|rejected|refused|withdrawn|ditarik/i.test(plain(html).trim().split('\n')[0]));
}
