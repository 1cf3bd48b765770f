/**
 * The highlighted code that a page shows without JavaScript, `<pre class="code-file">` with one `.line`
 * per line: measured, so that an editor can take its place without a jump, and brought up to date when
 * the reader has changed the text.
 */

/** Sizes in CSS pixels; what stands here must hold for the editor too. */
export interface CodeGeometry {
  readonly fontFamily: string;
  readonly fontSize: number;
  readonly lineHeight: number;
  readonly paddingTop: number;
  readonly paddingBottom: number;
  /** From the outer left edge to the first character of a line. */
  readonly textLeft: number;
  readonly height: number;
  readonly scrollLeft: number;
}

/** @throws Error if there is no `pre.code-file` in the place. */
export function staticCode(place: HTMLElement): HTMLPreElement {
  const pre = place.querySelector<HTMLPreElement>('pre.code-file');
  if (!pre) throw new Error('There is no pre.code-file to edit here');
  return pre;
}

export function measure(pre: HTMLPreElement): CodeGeometry {
  const style = getComputedStyle(pre.querySelector('code') ?? pre);
  const box = getComputedStyle(pre);
  return {
    fontFamily: style.fontFamily,
    fontSize: pixels(style.fontSize),
    lineHeight: pixels(style.lineHeight),
    paddingTop: pixels(box.paddingTop),
    paddingBottom: pixels(box.paddingBottom),
    textLeft: textLeft(pre) ?? pixels(box.paddingLeft),
    height: pre.offsetHeight,
    scrollLeft: pre.scrollLeft,
  };
}

/** The line that the page marks as the one that fails, counted from 1, and what it says there. */
export function markedLine(pre: HTMLPreElement): { line: number; says: string | undefined } | undefined {
  const lines = [...pre.querySelectorAll<HTMLElement>('.line')];
  const index = lines.findIndex((line) => line.classList.contains('is-failing'));
  return index < 0 ? undefined : { line: index + 1, says: lines[index]?.dataset.says };
}

/** Lines that the page shows; a text's last newline makes none, unless the page shows it. */
export function shownLines(pre: HTMLPreElement): number {
  return pre.querySelectorAll('.line').length;
}

/**
 * Show another text in the highlighted code. Lines that stand in the published text too keep their
 * highlighting; the reader's own are plain. Marks on lines go.
 */
export function showText(place: HTMLElement, text: string): void {
  const pre = staticCode(place);
  const home = pre.querySelector('code') ?? pre;
  const published = publishedLines(pre);
  const lines = text.replace(/\n$/, '').split('\n');
  const nodes = lines.flatMap((line, index) => {
    const known = published.get(line)?.cloneNode(true);
    const shown = known ?? plainLine(line);
    return index === 0 ? [shown] : [document.createTextNode('\n'), shown];
  });
  home.replaceChildren(...nodes);
}

/** The published lines by their text, taken from the page the first time that they are needed. */
const PUBLISHED = new WeakMap<HTMLPreElement, ReadonlyMap<string, Node>>();

function publishedLines(pre: HTMLPreElement): ReadonlyMap<string, Node> {
  const known = PUBLISHED.get(pre);
  if (known) return known;
  const lines = new Map<string, Node>();
  for (const line of pre.querySelectorAll('.line')) {
    const copy = document.createElement('span');
    copy.className = 'line';
    copy.append(...[...line.childNodes].map((node) => node.cloneNode(true)));
    lines.set(line.textContent, copy);
  }
  PUBLISHED.set(pre, lines);
  return lines;
}

function plainLine(text: string): HTMLElement {
  const line = document.createElement('span');
  line.className = 'line';
  line.textContent = text;
  return line;
}

function textLeft(pre: HTMLPreElement): number | undefined {
  const line = [...pre.querySelectorAll('.line')].find(
    // A marked line is drawn wider than the others.
    (one) => one.textContent !== '' && !one.classList.contains('is-failing'),
  );
  if (!line) return undefined;
  const range = document.createRange();
  range.selectNodeContents(line);
  return range.getBoundingClientRect().left - pre.getBoundingClientRect().left + pre.scrollLeft;
}

function pixels(length: string): number {
  const value = Number.parseFloat(length);
  return Number.isFinite(value) ? value : 0;
}
