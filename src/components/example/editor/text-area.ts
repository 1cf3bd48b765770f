/** The editor for touch screens, and for a page that could not fetch Monaco: a plain text area. */
import { offsetOf } from './caret.ts';
import type { CodeEditor, EditorSeat } from './seat.ts';
import { indentAfter } from './indent.ts';
import { isTouch } from './touch.ts';

const NOT_LOADED = 'The full editor could not be loaded, so this is a plain one. Esc closes.';

export function openTextArea({ box, geometry, hint, options }: EditorSeat): CodeEditor {
  const area = document.createElement('textarea');
  area.className = 'code-editor-area';
  area.wrap = 'off';
  area.spellcheck = false;
  area.autocapitalize = 'off';
  area.autocomplete = 'off';
  area.setAttribute('autocorrect', 'off');
  area.setAttribute('aria-label', options.label);
  area.setAttribute('aria-describedby', hint.id);
  area.style.padding = `${geometry.paddingTop}px ${geometry.textLeft}px ${geometry.paddingBottom}px`;
  area.value = options.text;
  const start = offsetOf(options.text, options.caret ?? { line: 1, column: 1 });

  const fit = (): void => {
    area.rows = area.value.split('\n').length;
    box.style.height = '';
    // Rows say nothing about a scroll bar; the highlighted code's height is the least.
    box.style.minHeight = `${geometry.height}px`;
  };
  const changed = (): void => {
    fit();
    options.onChange(area.value);
  };
  area.addEventListener('input', changed);
  area.addEventListener('beforeinput', (event) => {
    keepIndent(area, event, changed);
  });
  area.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing || !options.onClose) return;
    event.preventDefault();
    options.onClose();
  });
  box.append(area);
  fit();
  area.setSelectionRange(start, start);
  hint.setKeys(isTouch() ? '' : NOT_LOADED);

  return {
    get value() {
      return area.value;
    },
    setText: (text) => {
      area.value = text;
      fit();
    },
    focus: () => {
      area.focus({ preventScroll: true });
    },
    markLine: (line, message) => {
      hint.setMark(line === undefined ? '' : markWords(line, message));
    },
    dispose: () => {
      area.remove();
    },
  };
}

/** Why a line is marked, in one line. */
function markWords(line: number, message: string | undefined): string {
  const first = message?.split('\n')[0] ?? '';
  return first === '' ? `Line ${line} fails.` : `Line ${line}: ${first}`;
}

/** Enter keeps the indentation. By `execCommand`, since only that leaves the step in the undo list. */
function keepIndent(area: HTMLTextAreaElement, event: InputEvent, changed: () => void): void {
  if (event.inputType !== 'insertLineBreak' && event.inputType !== 'insertParagraph') return;
  const indent = indentAfter(area.value.slice(0, area.selectionStart));
  if (indent === '') return;
  event.preventDefault();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing newer keeps undo
  if (document.execCommand('insertText', false, `\n${indent}`)) return;
  area.setRangeText(`\n${indent}`, area.selectionStart, area.selectionEnd, 'end');
  changed();
}
