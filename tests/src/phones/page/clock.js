// The office's time: this machine's, and how far it is ahead of that by now.

import { spoken } from './words.js';

let ahead = 0; // milliseconds
let zone = { timeZone: 'Asia/Jakarta', name: 'WIB' };

/** What the stage says: the time at this moment, and the office's zone. */
export function set({ now, zone: timeZone, zone_name: name }) {
  ahead = now - Date.now();
  zone = { timeZone, name };
}

export const now = () => new Date(Date.now() + ahead);

const part = (what, language = spoken()) =>
  new Intl.DateTimeFormat(language, { ...what, timeZone: zone.timeZone }).format(now());

/** "Sabtu, 21 November 2026", or "Sab, 21 Nov 2026" where there is little room. */
export function day(length) {
  const date = part({ day: 'numeric', month: length, year: 'numeric' }, spoken() === 'en' ? 'en-GB' : 'id');
  return `${part({ weekday: length })}, ${date}`;
}

/** "21.37 WIB": written with a point in both languages, as the bot does. */
export function time() {
  return `${part({ hour: '2-digit', minute: '2-digit' }, 'id')} ${zone.name}`;
}
