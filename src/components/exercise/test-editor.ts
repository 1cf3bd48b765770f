/** The reader's file: highlighted code that becomes an editor, and the mark on the line that failed. */
import {
  caretFromClick,
  openEditor,
  prepareEditor,
  showText,
  type Caret,
  type CodeEditor,
} from '../example/editor/code-editor.ts';
import type { FailingLine } from '../example/failing-line.ts';
import { part } from '../example/variant-view.ts';

export interface TestEditorOptions {
  readonly path: string;
  readonly text: () => string;
  readonly onChange: (text: string) => void;
}

export class TestEditor {
  readonly #place: HTMLElement;
  readonly #options: TestEditorOptions;
  #open: CodeEditor | undefined;

  constructor(figure: HTMLElement, options: TestEditorOptions) {
    this.#place = part(figure, '[data-place]');
    this.#options = options;
    this.#place.addEventListener('click', (event) => {
      // Selecting text to copy it is no wish to edit.
      if (this.#open || getSelection()?.isCollapsed === false) return;
      void this.open(caretFromClick(event, this.#place));
    });
    this.#place.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || this.#open) return;
      event.preventDefault();
      void this.open();
    });
    this.#place.addEventListener('pointerenter', prepareEditor, { once: true });
  }

  /** Put the editor in the code's place and the focus into it. */
  async open(caret?: Caret): Promise<void> {
    if (!this.#open) {
      const { path, text, onChange } = this.#options;
      this.#open = await openEditor(this.#place, {
        path,
        text: text(),
        label: `Your test, ${path}`,
        ...(caret && { caret }),
        onChange,
        onClose: () => {
          this.#close();
        },
      });
    }
    this.#open.focus();
  }

  /** Show another text than the one that was typed. */
  show(text: string): void {
    this.#open?.setText(text);
    showText(this.#place, text);
  }

  /** Mark the line that a verdict points at; undefined takes the mark away. */
  mark(failing: FailingLine | undefined): void {
    this.#open?.markLine(failing?.line, failing?.says);
    const lines = [...this.#place.querySelectorAll<HTMLElement>('.line')];
    for (const line of lines) line.classList.remove('is-failing');
    const line = failing && lines[failing.line - 1];
    if (!line) return;
    line.classList.add('is-failing');
    line.dataset.says = failing.says;
  }

  #close(): void {
    const text = this.#open?.value ?? this.#options.text();
    this.#open?.dispose();
    this.#open = undefined;
    showText(this.#place, text);
    part(this.#place, '.code-file').focus();
  }
}

/** Bring a line (counted from 1) of code that is shown into view, inside its own box: the page stays where it is. */
export function scrollToLine(figure: HTMLElement, line: number): void {
  const pre = part(figure, '.code-file');
  const target = figure.querySelectorAll('.line')[line - 1];
  if (!target) return;
  const { top, height } = target.getBoundingClientRect();
  const box = pre.getBoundingClientRect();
  pre.scrollTop += top + height / 2 - (box.top + box.height / 2);
}
