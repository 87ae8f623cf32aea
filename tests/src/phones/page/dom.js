// Nodes without innerHTML: nothing that anybody wrote is ever read as markup.

/** `h('li.bubble', { title: 'x', onclick }, 'text', node)` */
export function h(what, traits = {}, ...children) {
  const [tag, ...classes] = what.split('.');
  const node = document.createElement(tag);
  if (classes.length) node.className = classes.join(' ');
  for (const [name, value] of Object.entries(traits)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (name === 'data') Object.assign(node.dataset, value);
    else if (name in node && !name.startsWith('aria')) node[name] = value;
    else node.setAttribute(name, value);
  }
  node.append(...children.filter(child => child !== undefined && child !== null));
  return node;
}

export function icon(name) {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  const use = document.createElementNS(space, 'use');
  svg.setAttribute('aria-hidden', 'true');
  use.setAttribute('href', `#i-${name}`);
  svg.append(use);
  return svg;
}

const HONORIFICS = new Set(['Pak', 'Bapak', 'Bu', 'Ibu', 'Haji', 'Hajah']);

/** The parts of a name without its honorifics and degrees: "Dr. H. Bambang Sutrisno, M.Si." is Bambang Sutrisno. */
export function bare(name) {
  const parts = name.split(',')[0].split(/\s+/).filter(part => part && !part.endsWith('.') && !HONORIFICS.has(part));
  return parts.length ? parts : [name];
}

export function avatar(user, name) {
  const initials = bare(name).slice(0, 2).map(part => [...part][0].toUpperCase()).join('');
  const node = h('span.avatar', { 'aria-hidden': 'true' }, initials);
  node.style.setProperty('--hue', String((user * 137) % 360));
  return node;
}

let asked = 0;

/** One of several answers, or null when the person backs out. */
export function ask(question, answers) {
  const dialog = document.getElementById('ask');
  dialog.querySelector('p').textContent = question;
  dialog.querySelector('menu').replaceChildren(
    ...answers.map(({ text, value, kind }) => h(`button${kind ? `.${kind}` : ''}`, { value, autofocus: kind === 'first' }, text)),
  );
  dialog.returnValue = '';
  dialog.showModal();
  const turn = ++asked;
  return new Promise(resolve => {
    const closed = () => {
      // The last question may be told of its end when this one stands already.
      if (turn === asked && dialog.open) return;
      dialog.removeEventListener('close', closed);
      resolve(turn === asked ? dialog.returnValue || null : null);
    };
    dialog.addEventListener('close', closed);
  });
}

/** POST and its JSON, if there is any; the stage's own sentence is the error. */
export async function post(path, body) {
  const form = body instanceof FormData;
  const answer = await fetch(path, {
    method: 'POST',
    headers: form || body === undefined ? {} : { 'content-type': 'application/json' },
    body: form || body === undefined ? body : JSON.stringify(body),
  });
  if (!answer.ok) throw new Error((await answer.text()) || answer.statusText);
  return answer.status === 204 ? {} : answer.json();
}
