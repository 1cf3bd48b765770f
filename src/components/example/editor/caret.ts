/** Where the caret is, in a text and in highlighted code. */

/** Both count from 1; column 1 stands before the first character. Columns are UTF-16 code units. */
export interface Caret {
  readonly line: number;
  readonly column: number;
}

/** Index into the text for a caret; what lies outside of the text is moved to its nearest place. */
export function offsetOf(text: string, caret: Caret): number {
  const lines = text.split('\n');
  const index = clamp(caret.line - 1, 0, lines.length - 1);
  const before = lines.slice(0, index).reduce((sum, line) => sum + line.length + 1, 0);
  return before + clamp(caret.column - 1, 0, lines[index]?.length ?? 0);
}

/**
 * The caret that a click on highlighted code means: before the character nearest to the pointer, at a
 * line's end for a click to the right of it, in the last line for a click below the code. A click that
 * has no place (a button pressed by key) means the start.
 * @param place holds the highlighted code, one `.line` element per line.
 */
export function caretFromClick(event: MouseEvent, place: HTMLElement): Caret {
  const lines = [...place.querySelectorAll<HTMLElement>('.line')];
  const point = pointUnder(event);
  const home = point && elementOf(point.node).closest<HTMLElement>('.line');
  if (point && home && place.contains(home)) {
    const before = document.createRange();
    before.setStart(home, 0);
    before.setEnd(point.node, point.offset);
    return { line: lines.indexOf(home) + 1, column: before.toString().length + 1 };
  }
  return caretBeside(event, lines);
}

interface Point {
  readonly node: Node;
  readonly offset: number;
}

/** Older Safari knows only the second function, which the standard has dropped. */
interface DocumentWithEither {
  caretPositionFromPoint?: (x: number, y: number) => { offsetNode: Node; offset: number } | null;
  caretRangeFromPoint?: (x: number, y: number) => Range | null;
}

function pointUnder({ clientX, clientY }: MouseEvent): Point | undefined {
  const page: DocumentWithEither = document;
  const position = page.caretPositionFromPoint?.(clientX, clientY);
  if (position) return { node: position.offsetNode, offset: position.offset };
  const range = page.caretRangeFromPoint?.(clientX, clientY);
  return range ? { node: range.startContainer, offset: range.startOffset } : undefined;
}

function elementOf(node: Node): Element {
  return node instanceof Element ? node : (node.parentElement ?? document.documentElement);
}

/** For a point in no line: an empty line, the padding. */
function caretBeside({ clientX, clientY }: MouseEvent, lines: readonly HTMLElement[]): Caret {
  let nearest = { line: 1, column: 1, distance: Infinity };
  for (const [index, line] of lines.entries()) {
    const box = line.getBoundingClientRect();
    const distance = Math.max(box.top - clientY, clientY - box.bottom, 0);
    if (distance >= nearest.distance) continue;
    const column = clientX > box.left ? (line.textContent.length || 0) + 1 : 1;
    nearest = { line: index + 1, column, distance };
  }
  const isPointed = clientX !== 0 || clientY !== 0;
  return isPointed ? { line: nearest.line, column: nearest.column } : { line: 1, column: 1 };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
