// One message: text, paper, time, and the keyboard beneath it.

import { blocks } from './blocks.js';
import { h, icon } from './dom.js';
import { rich, startPayload } from './rich.js';
import { opens } from './sheet.js';
import { spoken, word } from './words.js';

/** The whole row of a message; `acts` is what a person can do with it. */
export function bubble(message, acts) {
  const row = h(`div.message.${message.mine ? 'mine' : 'theirs'}`, { data: { message: message.id } });
  const body = h('div.bubble', {});
  if (message.reply) body.append(h('button.reply', { type: 'button', onclick: () => acts.show(message.reply.id) }, message.reply.text));
  if (message.file) body.append(paper(message.file, acts));
  if (message.file?.image && !message.html) body.classList.add('bare');
  if (message.rich) body.append(blocks(message.html, acts));
  else if (message.html) body.append(h('div.text', {}, rich(message.html, acts)));
  body.append(
    h('span.meta', {}, message.edited ? h('span.edited', {}, word('edited')) : null, h('time', {}, message.at)),
  );
  if (message.mine && message.plain && !message.file) {
    body.append(h('button.rewrite', {
      type: 'button', title: word('edit'), 'aria-label': word('edit'), onclick: () => acts.rewrite(message),
    }, icon('edit')));
  }
  if (message.reactions?.length) body.append(h('div.reactions', {}, ...message.reactions.map(face => h('span', {}, face))));
  row.append(body);
  if (message.buttons?.length) row.append(keyboard(message, acts));
  return row;
}

function paper(file, acts) {
  const address = `/files/${encodeURIComponent(file.id)}`;
  // With a key held down a link is the browser's, as everywhere.
  const onclick = event => {
    if (!opens(file) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    acts.open(file, event.currentTarget);
  };
  if (file.image) {
    const picture = h('img', { src: address, alt: file.name, onload: acts.settle });
    return h('a.picture', { href: address, target: '_blank', onclick }, picture);
  }
  const extension = /\.(\w{1,4})$/.exec(file.name)?.[1] ?? '';
  return h('a.paper', { href: address, target: '_blank', title: file.name, onclick },
    h('span.kind', {}, extension ? extension.toUpperCase() : icon('file')),
    h('span', {}, h('b', {}, file.name), h('small', {}, size(file.size))));
}

function size(bytes) {
  const [amount, unit] = bytes >= 1e6 ? [bytes / 1e6, 'MB'] : bytes >= 1e3 ? [bytes / 1e3, 'KB'] : [bytes, 'B'];
  return `${amount.toLocaleString(spoken(), { maximumFractionDigits: amount < 10 && unit !== 'B' ? 1 : 0 })} ${unit}`;
}

function keyboard(message, acts) {
  const rows = message.buttons.map(row => h('div.keys', {}, ...row.map(button => key(message, button, acts))));
  return h('div.keyboard', { role: 'group' }, ...rows);
}

function key(message, button, acts) {
  const look = ['success', 'danger', 'primary'].includes(button.style) ? `.${button.style}` : '';
  const node = h(`button.key${look}`, { type: 'button', disabled: button.disabled }, h('span', {}, button.text));
  if (button.data !== undefined) {
    node.dataset.data = button.data;
    node.addEventListener('click', () => acts.tap(message.id, button.data, node));
  } else if (button.copy !== undefined) {
    node.append(icon('copy'));
    node.addEventListener('click', () => acts.copy(button.copy));
  } else if (button.url !== undefined) {
    node.append(icon('link'));
    node.addEventListener('click', () => {
      const start = startPayload(button.url);
      if (start) acts.say(`/start ${start}`);
      else if (/^https?:/i.test(button.url)) window.open(button.url, '_blank', 'noopener');
    });
  }
  return node;
}

export function divider(kind, text) {
  return h(`div.divider.${kind}`, { role: 'separator' }, h('span', {}, text));
}
