/** Opens editors in the place of static code, and keeps the marked line on either. */
import { caretFromClick, openEditor, showText, type Caret, type CodeEditor } from './editor/code-editor.ts';
import type { Keeping } from './edits/edits.ts';
import type { ExampleCode } from './example-code.ts';
import type { FailingLine } from './failing-line.ts';
import { part } from './variant-view.ts';

export class FileEditors {
  readonly #code: ExampleCode;
  readonly #onEdit: (owner: string, keeping: Keeping) => void;
  readonly #open = new Map<HTMLElement, CodeEditor>();

  constructor(root: HTMLElement, code: ExampleCode, onEdit: (owner: string, keeping: Keeping) => void) {
    this.#code = code;
    this.#onEdit = onEdit;
    for (const figure of root.querySelectorAll<HTMLElement>('[data-file]')) this.#prepare(figure);
  }

  /** Open the first file of a section: the test. */
  async open(section: HTMLElement): Promise<void> {
    await this.#openFigure(part(section, '[data-file]'), undefined);
  }

  /** Bring the files' present text into view, after a reset or a restored edit. */
  showCurrent(section: HTMLElement): void {
    for (const figure of section.querySelectorAll<HTMLElement>('[data-file]')) {
      const { owner, path } = identity(figure);
      const text = this.#code.files(owner)[path] ?? '';
      this.#open.get(figure)?.setText(text);
      showText(part(figure, '[data-place]'), text);
      this.#showEdited(figure);
    }
  }

  /** Mark the line a failure points at; undefined takes the mark away. */
  mark(section: HTMLElement, failing: FailingLine | undefined): void {
    for (const figure of section.querySelectorAll<HTMLElement>('[data-file]')) {
      const here = failing?.path === identity(figure).path ? failing : undefined;
      this.#open.get(figure)?.markLine(here?.line, here?.says);
      for (const line of figure.querySelectorAll('.line.is-failing')) line.classList.remove('is-failing');
      const line = here && figure.querySelectorAll<HTMLElement>('.line')[here.line - 1];
      if (!line) continue;
      line.classList.add('is-failing');
      line.dataset.says = here.says;
    }
  }

  #prepare(figure: HTMLElement): void {
    const { owner, path } = identity(figure);
    const text = this.#code.files(owner)[path];
    if (text !== undefined && text !== this.#code.published(owner)[path])
      showText(part(figure, '[data-place]'), text);
    this.#showEdited(figure);
    const place = part(figure, '[data-place]');
    place.addEventListener('click', (event) => {
      // Selecting text to copy it is no wish to edit.
      if (this.#open.has(figure) || getSelection()?.isCollapsed === false) return;
      void this.#openFigure(figure, caretFromClick(event, place));
    });
    place.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || this.#open.has(figure)) return;
      event.preventDefault();
      void this.#openFigure(figure, undefined);
    });
  }

  async #openFigure(figure: HTMLElement, caret: Caret | undefined): Promise<void> {
    const opened = this.#open.get(figure);
    if (opened) {
      opened.focus();
      return;
    }
    const { owner, path } = identity(figure);
    const editor = await openEditor(part(figure, '[data-place]'), {
      path,
      text: this.#code.files(owner)[path] ?? '',
      label: `${path} of ${owner}`,
      ...(caret && { caret }),
      onChange: (text) => {
        const keeping = this.#code.write(owner, path, text);
        this.#showEdited(figure);
        this.#onEdit(owner, keeping);
      },
      onClose: () => {
        this.#close(figure);
      },
    });
    this.#open.set(figure, editor);
    editor.focus();
  }

  #close(figure: HTMLElement): void {
    const editor = this.#open.get(figure);
    if (!editor) return;
    this.#open.delete(figure);
    const text = editor.value;
    editor.dispose();
    showText(part(figure, '[data-place]'), text);
    part(figure, '.code-file').focus();
  }

  #showEdited(figure: HTMLElement): void {
    const { owner, path } = identity(figure);
    const edited = this.#code.files(owner)[path] !== this.#code.published(owner)[path];
    part(figure, '[data-edited-mark]').hidden = !edited;
  }
}

function identity(figure: HTMLElement): { owner: string; path: string } {
  const owner = figure.closest<HTMLElement>('[data-variant]')?.dataset.variant ?? 'app';
  return { owner, path: figure.dataset.file ?? '' };
}
