// Telegram's subset of HTML as nodes: what is not on the list stays as plain text.

import { h } from './dom.js';

const PLAIN = new Set(['B', 'STRONG', 'I', 'EM', 'U', 'INS', 'S', 'STRIKE', 'DEL', 'CODE', 'PRE']);
const LINKED = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]])|((?<![\w/.])\/[a-z][a-z0-9_]{0,31}(?![\w/]))/g;

/** `acts.say(text)` is what a tap on a /command or on a start link does. */
export function rich(html, acts) {
  // A parsed document is inert: it runs no script and loads nothing.
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const out = document.createDocumentFragment();
  walk(parsed.body, out, acts, false);
  return out;
}

function walk(from, into, acts, literal) {
  for (const node of from.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) {
      // As in Telegram, the line break after a block belongs to the block.
      const afterBlock = ['BLOCKQUOTE', 'PRE'].includes(node.previousSibling?.tagName);
      const text = afterBlock ? node.data.replace(/^\n/, '') : node.data;
      if (literal) into.append(text);
      else linked(text, into, acts);
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      const copy = allowed(node, acts);
      const inside = literal || ['A', 'CODE', 'PRE'].includes(node.tagName);
      walk(node, copy ?? into, acts, inside);
      if (copy) into.append(copy);
    }
  }
}

function allowed(node, acts) {
  const tag = node.tagName;
  if (PLAIN.has(tag)) return document.createElement(tag);
  if (tag === 'BR') return document.createElement('br');
  if (tag === 'BLOCKQUOTE') return quote(node.hasAttribute('expandable'));
  if (tag === 'TG-SPOILER' || (tag === 'SPAN' && node.classList.contains('tg-spoiler'))) return spoiler();
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
  node.addEventListener('click', event => { if (event.target.closest('a, button, [role=button]') === node) act(); });
  node.addEventListener('keydown', event => {
    if (event.target === node && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      act();
    }
  });
}

function linked(text, into, acts) {
  let from = 0;
  for (const found of text.matchAll(LINKED)) {
    into.append(text.slice(from, found.index));
    const [whole, address, command] = found;
    const node = address ? link(address, acts) : h('button.inline', { type: 'button', onclick: () => acts.say(command) });
    node.append(whole);
    into.append(node);
    from = found.index + whole.length;
  }
  into.append(text.slice(from));
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
