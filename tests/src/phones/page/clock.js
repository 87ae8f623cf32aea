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

/** "21.37 WIB", and "21:37 WIB" in English. */
export function time() {
  return `${part({ hour: '2-digit', minute: '2-digit' }, spoken() === 'en' ? 'en-GB' : 'id')} ${zone.name}`;
}

/** Another moment in the office's zone. */
export function zoned(at, what) {
  return new Intl.DateTimeFormat(spoken() === 'en' ? 'en-GB' : 'id', { ...what, timeZone: zone.timeZone }).format(at);
}

/** "24-11-2026 09.30": so many minutes from now, as people write it to the bot. */
export function moment(minutes) {
  const at = new Date(now().getTime() + minutes * 60_000);
  const what = { timeZone: zone.timeZone, day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  const parts = Object.fromEntries(new Intl.DateTimeFormat('en-GB', what).formatToParts(at).map(({ type, value }) => [type, value]));
  return `${parts.day}-${parts.month}-${parts.year} ${parts.hour}.${parts.minute}`;
}
