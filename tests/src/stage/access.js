// What keeps a page from those who see little, have unsteady hands or no pointer: contrast, the size of what is to be hit,
// and names. Returns sentences; none is good.
(() => {
  const LEAST = 4.5, LEAST_LARGE = 3, TARGET = 40;
  const faults = [];
  const shown = node => node.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && node.getClientRects().length > 0;
  const brief = node => `${node.tagName.toLowerCase()}${node.id ? `#${node.id}` : ''}.${[...node.classList].join('.')} “${(node.innerText ?? '').slice(0, 40)}”`;

  const colour = text => {
    const numbers = text.match(/[\d.]+/g)?.map(Number) ?? [0, 0, 0, 0];
    // color(srgb r g b / a) counts from 0 to 1.
    const [r, g, b, a = 1] = text.startsWith('color(') ? numbers.map((it, place) => (place < 3 ? it * 255 : it)) : numbers;
    return { r, g, b, a };
  };
  const over = (top, below) => ({ r: top.r * top.a + below.r * (1 - top.a), g: top.g * top.a + below.g * (1 - top.a), b: top.b * top.a + below.b * (1 - top.a), a: 1 });
  const ground = node => {
    const layers = [];
    for (let at = node; at; at = at.parentElement) {
      layers.push(colour(getComputedStyle(at).backgroundColor));
      if (layers.at(-1).a === 1) break;
    }
    return layers.reverse().reduce((below, top) => over(top, below), { r: 255, g: 255, b: 255, a: 1 });
  };
  const light = ({ r, g, b }) => {
    const [red, green, blue] = [r, g, b].map(it => it / 255).map(it => (it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ratio = (one, other) => {
    const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  };
  // What is switched off may be faint.
  const off = node => node.closest(':disabled, [aria-hidden=true]') !== null;

  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const judged = new Set();
  while (texts.nextNode()) {
    const node = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || judged.has(node) || !shown(node) || off(node)) continue;
    judged.add(node);
    const style = getComputedStyle(node);
    const below = ground(node);
    const found = ratio(over(colour(style.color), below), below);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (found < (large ? LEAST_LARGE : LEAST)) faults.push(`contrast ${found.toFixed(2)}: ${brief(node)}`);
  }

  const touchable = 'button, a[href], summary, input:not([type=file]), textarea, [role=button], [tabindex="0"]';
  for (const node of document.querySelectorAll(touchable)) {
    if (!shown(node)) continue;
    const named = node.getAttribute('aria-label') || node.innerText?.trim() || node.title || node.querySelector('img')?.alt || node.placeholder;
    if (!named && node.getAttribute('role') !== 'group' && !node.matches('[tabindex="0"]:not(button, [role=button])')) faults.push(`no name: ${brief(node)}`);
    // A word within a sentence is as high as its line.
    if (node.matches('.inline, .text a, .text [role=button], .spoiler') || off(node)) continue;
    const box = node.getBoundingClientRect();
    if (box.height < TARGET - 0.5 || box.width < TARGET - 0.5) faults.push(`${Math.round(box.width)} × ${Math.round(box.height)}: ${brief(node)}`);
  }

  for (const picture of document.querySelectorAll('img')) if (!picture.hasAttribute('alt')) faults.push(`no alt: ${picture.src}`);
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  for (const id of new Set(ids)) if (ids.filter(other => other === id).length > 1) faults.push(`two are called #${id}`);
  if (!document.documentElement.lang) faults.push('the page has no language');
  if (document.documentElement.scrollWidth > innerWidth + 1) faults.push(`wider than its window: ${document.documentElement.scrollWidth} of ${innerWidth}`);
  for (const { id, right } of [...document.querySelectorAll('.bar > *, .tour > *')].filter(shown).map(node => ({ id: brief(node), right: node.getBoundingClientRect().right }))) {
    if (right > innerWidth + 1) faults.push(`beyond the right edge: ${id}`);
  }
  // What one writes in stands in the window, whole.
  for (const field of [...document.querySelectorAll('textarea')].filter(shown)) {
    if (field.getBoundingClientRect().bottom > innerHeight) faults.push(`below the window: ${brief(field)}`);
  }
  return [...new Set(faults)];
})()
