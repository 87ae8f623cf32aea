// A rich message: headings, lists, tables and details, from a list of what is allowed.

import { h } from './dom.js';
import { moment } from './moments.js';
import { link } from './rich.js';

const KEPT = new Set(['P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'UL', 'OL', 'LI', 'TABLE', 'CAPTION', 'THEAD', 'TBODY', 'TR', 'TH', 'TD',
  'DETAILS', 'SUMMARY', 'BLOCKQUOTE', 'PRE', 'FOOTER', 'CITE', 'HR', 'BR', 'B', 'STRONG', 'I', 'EM', 'U', 'INS', 'S', 'STRIKE', 'DEL',
  'CODE', 'SUB', 'SUP', 'MARK']);

export function blocks(html, acts) {
  // A parsed document is inert: it runs no script and loads nothing.
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const out = h('div.rich', {});
  walk(parsed.body, out, acts);
  for (const table of out.querySelectorAll('table')) {
    const wide = h('div.wide', { tabIndex: 0, role: 'group' });
    table.replaceWith(wide);
    wide.append(table);
  }
  return out;
}

function walk(from, into, acts) {
  for (const node of from.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) into.append(node.data);
    if (node.nodeType !== Node.ELEMENT_NODE) continue;
    const copy = allowed(node, acts);
    if (copy !== null) into.append(copy);
    if (node.tagName !== 'TG-TIME') walk(node, copy ?? into, acts);
  }
}

function allowed(node, acts) {
  if (node.tagName === 'TG-TIME') return moment(node.getAttribute('unix'), node.getAttribute('format') ?? '', node.textContent);
  if (node.tagName === 'A') return link(node.getAttribute('href') ?? '', acts);
  if (!KEPT.has(node.tagName)) return null;
  const copy = document.createElement(node.tagName);
  for (const name of ['colspan', 'rowspan', 'start', 'open']) {
    if (node.hasAttribute(name)) copy.setAttribute(name, node.getAttribute(name));
  }
  if (['left', 'center', 'right'].includes(node.getAttribute('align'))) copy.style.textAlign = node.getAttribute('align');
  return copy;
}
