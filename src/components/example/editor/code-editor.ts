/**
 * Makes the code on a page editable: Monaco takes the place of the highlighted code, loaded only when a
 * reader wants to edit. Where Monaco cannot be used (touch) or cannot be had (offline), a text area
 * does the same work behind the same interface.
 */
import './editor.css';
import { HintLine } from './hint-line.ts';
import type { CodeEditor, EditorOptions, EditorSeat } from './seat.ts';
import { markedLine, measure, shownLines, staticCode } from './static-code.ts';
import { openTextArea } from './text-area.ts';
import { isTouch } from './touch.ts';

export { caretFromClick, type Caret } from './caret.ts';
export type { CodeEditor, EditorOptions } from './seat.ts';
export { showText } from './static-code.ts';

/** Milliseconds until a text area opens instead. */
const LONGEST_WAIT = 15_000;

/** Fetch Monaco ahead of its use, as soon as a reader shows that they want to edit. */
export function prepareEditor(): void {
  if (isTouch()) return;
  import('./monaco.ts').catch(() => undefined);
}

/**
 * Open an editor in place of the highlighted code in `place`. While it loads, the place is
 * `aria-busy` and keeps showing the code. The editor takes the focus, unless the reader has moved on
 * or `takesFocus` is false, and the mark of the failing line (`.line.is-failing`, `data-says`).
 */
export async function openEditor(place: HTMLElement, options: EditorOptions): Promise<CodeEditor> {
  const known = OPEN.get(place);
  if (known) return await known;
  const opening = open(place, options).catch((problem: unknown) => {
    OPEN.delete(place);
    throw problem;
  });
  OPEN.set(place, opening);
  return await opening;
}

/** One editor per place, also for two clicks in a row. */
const OPEN = new WeakMap<HTMLElement, Promise<CodeEditor>>();

async function open(place: HTMLElement, options: EditorOptions): Promise<CodeEditor> {
  const pre = staticCode(place);
  const focusBefore = document.activeElement;
  place.ariaBusy = 'true';
  const monaco = isTouch() ? undefined : await within(LONGEST_WAIT, import('./monaco.ts'));
  place.ariaBusy = null;

  const geometry = measure(pre);
  const tail = hidesLastNewline(pre, options.text) ? '\n' : '';
  const hint = new HintLine(place, options.onClose);
  const box = boxFor(pre);
  const seat: EditorSeat = {
    box,
    geometry,
    hint,
    options: {
      ...options,
      text: withoutTail(options.text, tail),
      onChange: (text) => {
        options.onChange(text + tail);
      },
    },
  };
  pre.hidden = true;
  pre.after(box);
  const editor = monaco ? monaco.openMonaco(seat) : openTextArea(seat);
  const mark = markedLine(pre);
  if (mark) editor.markLine(mark.line, mark.says);
  const isLeft = document.activeElement !== focusBefore && document.activeElement !== document.body;
  if (!isLeft && options.takesFocus !== false) editor.focus();

  return {
    get value() {
      return editor.value + tail;
    },
    setText: (text) => {
      editor.setText(withoutTail(text, tail));
    },
    focus: () => {
      editor.focus();
    },
    markLine: (line, message) => {
      editor.markLine(line, message);
    },
    dispose: () => {
      OPEN.delete(place);
      editor.dispose();
      hint.dispose();
      box.remove();
      pre.hidden = false;
    },
  };
}

/** The result, or undefined if it fails or takes too long. */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      resolve(undefined);
    }, milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

/** A file ends with a newline, which the page shows as no line: the editor must not show one either. */
function hidesLastNewline(pre: HTMLPreElement, text: string): boolean {
  return text.endsWith('\n') && text.split('\n').length > shownLines(pre);
}

function withoutTail(text: string, tail: string): string {
  return tail !== '' && text.endsWith(tail) ? text.slice(0, -tail.length) : text;
}

function boxFor(pre: HTMLPreElement): HTMLElement {
  const style = getComputedStyle(pre);
  const box = document.createElement('div');
  // Starlight spaces out whatever stands in a page's text, Monaco's layers too, unless told not to.
  box.className = 'code-editor not-content';
  box.style.margin = style.margin;
  box.style.height = `${pre.offsetHeight}px`;
  return box;
}
