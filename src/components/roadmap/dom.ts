import type { ElementNode, TreeNode } from '../example/tree.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** Writes a tree as DOM nodes, SVG included. Text becomes text, attributes become attributes, nothing more. */
export function toDom(node: TreeNode, svg = false): Node {
  if (typeof node === 'string') return document.createTextNode(node);
  const inSvg = svg || node.tag === 'svg';
  const made = inSvg ? document.createElementNS(SVG, node.tag) : document.createElement(node.tag);
  for (const [name, value] of Object.entries(node.attributes)) made.setAttribute(name, value);
  made.append(...node.children.map((child) => toDom(child, inSvg)));
  return made;
}

/** Text of all figures of a part, by their key. */
function figures(part: Element): Map<string, string> {
  return new Map(
    [...part.querySelectorAll<HTMLElement>('[data-figure]')].map((found) => [
      found.dataset.figure ?? '',
      found.textContent,
    ]),
  );
}

/** A way back to the focused element of a part, by what names it. */
function focused(part: Element): string | null {
  const active = document.activeElement;
  if (active === null || !part.contains(active)) return null;
  const href = active.getAttribute('href');
  if (href !== null) return `a[href="${CSS.escape(href)}"]`;
  const label = active.getAttribute('aria-label');
  if (label !== null) return `[aria-label="${CSS.escape(label)}"]`;
  const fold = active.closest('details')?.dataset.fold;
  return fold === undefined ? null : `details[data-fold="${CSS.escape(fold)}"] > summary`;
}

/**
 * Puts a new tree into a part of the page. Figures that changed are marked with what they were; folds that
 * were open stay open, and the focus stays where it was.
 */
export function repaint(part: Element, trees: readonly ElementNode[]): void {
  const before = figures(part);
  const open = new Set(
    [...part.querySelectorAll<HTMLDetailsElement>('details[open]')].map((fold) => fold.dataset.fold),
  );
  const focus = focused(part);
  part.replaceChildren(...trees.map((tree) => toDom(tree)));
  for (const made of part.querySelectorAll<HTMLElement>('[data-figure]')) {
    const was = before.get(made.dataset.figure ?? '');
    if (was === undefined || was === made.textContent) continue;
    made.dataset.was = was;
    made.title = `was ${was}`;
  }
  for (const fold of part.querySelectorAll('details')) {
    if (open.has(fold.dataset.fold)) fold.open = true;
  }
  if (focus !== null) part.querySelector<HTMLElement>(focus)?.focus({ preventScroll: true });
}

/**
 * Paints without moving what the reader looks at: the part at the top of the window stays where it is,
 * whatever grows or shrinks above it.
 */
export function keepPlace(places: readonly HTMLElement[], paint: () => void): void {
  const root = document.documentElement;
  const seen = [...document.querySelectorAll<HTMLElement>('[data-part]')].find(
    (part) => part.getBoundingClientRect().bottom > 0,
  );
  if (places.length === 0 || seen === undefined || window.scrollY === 0) {
    paint();
    return;
  }
  // The browser's own anchoring would do it a second time, and can't follow elements that are replaced.
  root.style.overflowAnchor = 'none';
  const before = seen.getBoundingClientRect().top;
  paint();
  const moved = seen.getBoundingClientRect().top - before;
  if (moved !== 0) window.scrollBy({ top: moved, behavior: 'instant' });
  requestAnimationFrame(() => {
    root.style.overflowAnchor = '';
  });
}
