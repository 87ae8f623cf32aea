// A message's text as nodes: what the bot has marked, and what phones find by themselves. The stage says which is which;
// what is not on the list here stays as plain text.

import { h } from './dom.js';
import { moment } from './moments.js';

const PLAIN = new Set(['B', 'I', 'U', 'S', 'PRE']);

/** `acts.say(text)` is what a tap on a /command or on a start link does, `acts.copy(text)` what one on code does. */
export function rich(html, acts) {
  // A parsed document is inert: it runs no script and loads nothing.
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const out = document.createDocumentFragment();
  walk(parsed.body, out, acts);
  return out;
}

function walk(from, into, acts) {
  for (const node of from.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) {
      // As in Telegram, the line break after a block belongs to the block.
      const afterBlock = ['BLOCKQUOTE', 'PRE'].includes(node.previousSibling?.tagName);
      into.append(afterBlock ? node.data.replace(/^\n/, '') : node.data);
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      const copy = allowed(node, acts);
      if (node.tagName !== 'TG-TIME') walk(node, copy ?? into, acts);
      if (copy) into.append(copy);
    }
  }
}

function allowed(node, acts) {
  const tag = node.tagName;
  const text = node.textContent;
  if (PLAIN.has(tag)) return document.createElement(tag);
  if (tag === 'CODE') return h('code', { onclick: () => acts.copy(text) });
  if (tag === 'BLOCKQUOTE') return quote(node.hasAttribute('expandable'));
  if (tag === 'TG-SPOILER') return spoiler();
  if (tag === 'TG-TIME') return moment(node.getAttribute('unix'), node.getAttribute('format') ?? '', text);
  if (tag === 'TG-COMMAND') return h('button.inline', { type: 'button', onclick: () => acts.say(text) });
  if (tag === 'TG-CARD') return h('button.inline', { type: 'button', onclick: () => acts.copy(text) });
  if (tag === 'TG-FOUND') return h('span.found', {});
  if (tag === 'A') return link(node.getAttribute('href') ?? '', acts);
  return null;
}

function quote(expandable) {
  if (!expandable) return document.createElement('blockquote');
  const node = h('blockquote.folded', { tabIndex: 0, role: 'button', 'aria-expanded': 'false' });
  const turn = () => node.setAttribute('aria-expanded', String(!node.classList.toggle('folded')));
  onPress(node, turn);
  return node;
}

function spoiler() {
  const node = h('span.spoiler', { tabIndex: 0, role: 'button' });
  onPress(node, () => node.classList.add('shown'));
  return node;
}

function onPress(node, act) {
  // A link or a spoiler inside a quote is pressed for itself.
  node.addEventListener('click', event => { if (event.target.closest('a, code, button, [role=button]') === node) act(); });
  node.addEventListener('keydown', event => {
    if (event.target === node && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      act();
    }
  });
}

/** A start link starts the bot in this phone, as it would in Telegram; other addresses open in a new tab. */
export function link(address, acts) {
  const start = startPayload(address);
  if (start) return h('button.inline', { type: 'button', title: address, onclick: () => acts.say(`/start ${start}`) });
  if (!/^(https?|mailto|tel):/i.test(address)) return document.createElement('span');
  return h('a', { href: address, target: '_blank', rel: 'noopener noreferrer' });
}

export function startPayload(address) {
  return /^(?:https?:\/\/)?t\.me\/\w+\?start=([\w-]{1,64})$/.exec(address)?.[1];
}
