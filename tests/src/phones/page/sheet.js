// A paper, opened: it lies over the phone, page by page, until it is closed.

import { h, icon } from './dom.js';
import { word } from './words.js';

/** What opens on the phone; the rest is for the browser. */
export function opens(file) {
  return file.image || /\.pdf$/i.test(file.name);
}

/** Lays a file over `phone`; whoever came by keyboard is back at `opener` when it is closed. */
export async function open(phone, file, opener) {
  const address = `/files/${encodeURIComponent(file.id)}`;
  const beneath = [...phone.children];
  const shut = () => {
    sheet.remove();
    for (const node of beneath) node.inert = false;
    opener.focus({ preventScroll: true });
  };
  const close = h('button', { type: 'button', title: word('closePaper'), 'aria-label': word('closePaper'), onclick: shut }, icon('close'));
  const leaves = h('div.leaves', { tabIndex: 0, role: 'group', 'aria-label': file.name });
  const sheet = h('div.sheet', {
    role: 'dialog', 'aria-modal': 'true', 'aria-label': file.name,
    onkeydown: event => { if (event.key === 'Escape') shut(); },
  },
  h('div.top', {}, h('b', { title: file.name }, file.name),
    h('a', { href: address, target: '_blank', rel: 'noopener', title: word('paperInTab'), 'aria-label': word('paperInTab') }, icon('link')), close),
  leaves);
  for (const node of beneath) node.inert = true;
  phone.append(sheet);
  close.focus({ preventScroll: true });
  leaves.append(...(file.image ? [picture(address, file.name)] : await pages(address, file.name)));
}

async function pages(address, name) {
  const counted = await fetch(`${address}/pages`).then(said => (said.ok ? said.json() : null)).catch(() => null);
  if (!counted?.pages) return [h('p', {}, word('paperUnread'))];
  const shown = Array.from({ length: counted.shown }, (_, at) => picture(`${address}/pages/${at + 1}`, `${name}, ${word('paperPage', at + 1, counted.pages)}`));
  if (counted.shown < counted.pages) shown.push(h('p', {}, word('paperMore', counted.pages - counted.shown)));
  return shown;
}

/** A page or a picture; a tap brings it near, where it was tapped, and another one back. */
function picture(address, alt) {
  const nears = ({ currentTarget: image, offsetX, offsetY }) => {
    const leaves = image.parentElement;
    const [across, down] = [offsetX / image.clientWidth, offsetY / image.clientHeight];
    leaves.classList.toggle('near');
    leaves.scrollTo(image.offsetLeft + across * image.clientWidth - leaves.clientWidth / 2, image.offsetTop + down * image.clientHeight - leaves.clientHeight / 2);
  };
  return h('img', { loading: 'lazy', src: address, alt, onclick: nears });
}
