// Dates in a text (`<tg-time>`), as a phone in the office's zone shows them.

import { now, zoned } from './clock.js';
import { h } from './dom.js';
import { spoken } from './words.js';

/** The date as the format says: r, or w, d/D and t/T in any order; without one it is the phone's own choice. */
export function moment(unix, format, fallback) {
  const at = new Date(Number(unix) * 1000);
  if (Number.isNaN(at.getTime())) return h('span', {}, fallback);
  const node = h('time.moment', { dateTime: at.toISOString(), title: said(at, 'wDt'), data: { format } });
  node.textContent = format === 'r' ? relative(at) : said(at, format || 'Dt');
  return node;
}

function said(at, format) {
  const has = letter => format.includes(letter);
  const what = {
    ...(has('w') && { weekday: 'long' }),
    ...(has('D') && { day: 'numeric', month: 'long', year: 'numeric' }),
    ...(has('d') && { day: '2-digit', month: '2-digit', year: '2-digit' }),
    ...(has('t') && { hour: '2-digit', minute: '2-digit' }),
    ...(has('T') && { hour: '2-digit', minute: '2-digit', second: '2-digit' }),
  };
  return zoned(at, what);
}

/** "dalam 2 jam", "kemarin": in the largest unit that is not nothing. */
function relative(at) {
  const seconds = (at - now()) / 1000;
  const units = [['day', 86_400], ['hour', 3600], ['minute', 60], ['second', 1]];
  const [unit, length] = units.find(([, long]) => Math.abs(seconds) >= long) ?? units.at(-1);
  return new Intl.RelativeTimeFormat(spoken(), { numeric: 'auto' }).format(Math.round(seconds / length), unit);
}

/** Dates that count from now are written anew. */
export function tick(root = document) {
  for (const node of root.querySelectorAll('.moment[data-format=r]')) {
    const text = relative(new Date(node.dateTime));
    if (node.textContent !== text) node.textContent = text;
  }
}
