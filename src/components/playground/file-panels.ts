/** One panel for each file, with an editor in it; only the open file's is shown. */
import {
  caretFromClick,
  openEditor,
  showText,
  type Caret,
  type CodeEditor,
} from '../example/editor/code-editor.ts';
import { isTouch } from '../example/editor/touch.ts';
import type { FailingLine } from '../example/failing-line.ts';
import { element, toDom } from '../example/tree.ts';
import { part } from '../example/variant-view.ts';
import type { SourceFile } from '../../playground/source-file.ts';
import type { Workspace } from '../../playground/workspace.ts';

interface Panel {
  readonly box: HTMLElement;
  readonly place: HTMLElement;
  text: string;
  editor: CodeEditor | undefined;
  /** The reader has closed its editor, and may open it again. */
  isClosed: boolean;
}

let made = 0;

export class FilePanels {
  readonly #root: HTMLElement;
  readonly #onEdit: (path: string, text: string) => void;
  readonly #panels = new Map<string, Panel>();
  #open: string | undefined;

  constructor(root: HTMLElement, onEdit: (path: string, text: string) => void) {
    this.#root = root;
    this.#onEdit = onEdit;
  }

  /** Id of a file's panel, whose tab is named after it. */
  readonly idOf = (path: string): string => this.#panels.get(path)?.box.id ?? '';

  show({ files, open }: Workspace): void {
    this.#open = open;
    for (const path of this.#panels.keys()) {
      if (!files.some((file) => file.path === path)) this.#remove(path);
    }
    for (const file of files) {
      const panel = this.#panels.get(file.path) ?? this.#make(file);
      panel.box.hidden = file.path !== open;
    }
    void this.#openByItself();
  }

  /** Take everything away: another set of files comes. */
  clear(): void {
    for (const path of this.#panels.keys()) this.#remove(path);
  }

  /** Mark the line that a failure points at; undefined takes the mark away. */
  mark(failing: FailingLine | undefined): void {
    for (const [path, panel] of this.#panels) {
      const here = failing?.path === path ? failing : undefined;
      panel.editor?.markLine(here?.line, here?.says);
      const lines = [...panel.place.querySelectorAll<HTMLElement>('.line')];
      for (const line of lines) line.classList.remove('is-failing');
      const line = here && lines[here.line - 1];
      if (!line) continue;
      line.classList.add('is-failing');
      line.dataset.says = here.says;
    }
  }

  /** Move the focus into the open file. */
  focus(): void {
    const panel = this.#open === undefined ? undefined : this.#panels.get(this.#open);
    if (panel?.editor) panel.editor.focus();
    else if (panel) part(panel.place, '.code-file').focus();
  }

  #make({ path, text }: SourceFile): Panel {
    const id = `play-panel-${++made}`;
    const label = { tabindex: '0', role: 'group', 'aria-label': `Code of ${path}` };
    const box = toDom(
      element(
        'div',
        { id, role: 'tabpanel', class: 'file', 'aria-labelledby': `${id}-tab`, 'data-file': path },
        element(
          'div',
          { class: 'file-place', 'data-place': '' },
          element('pre', { class: 'code-file', ...label }, element('code', {})),
          element(
            'p',
            { class: 'editor-hint', 'data-editor-hint': '' },
            'Click the code, or press Enter on it, to edit it.',
          ),
        ),
      ),
    ) as HTMLElement;
    const place = part(box, '[data-place]');
    showText(place, text);
    const panel: Panel = { box, place, text, editor: undefined, isClosed: false };
    place.addEventListener('click', (event) => {
      // Selecting text to copy it is no wish to edit.
      if (panel.editor || getSelection()?.isCollapsed === false) return;
      void this.#edit(path, true, caretFromClick(event, place));
    });
    place.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || panel.editor) return;
      event.preventDefault();
      void this.#edit(path, true, undefined);
    });
    this.#panels.set(path, panel);
    this.#root.append(box);
    return panel;
  }

  /** A playground is for writing: the editor opens without being asked, but takes no focus. */
  async #openByItself(): Promise<void> {
    if (isTouch()) return;
    try {
      await import('../example/editor/monaco.ts');
    } catch {
      // A click tries again, and opens a plain text area if that fails too.
      return;
    }
    const path = this.#open;
    const panel = path === undefined ? undefined : this.#panels.get(path);
    if (path === undefined || !panel || panel.editor || panel.isClosed) return;
    await this.#edit(path, false, undefined);
  }

  async #edit(path: string, takesFocus: boolean, caret: Caret | undefined): Promise<void> {
    const panel = this.#panels.get(path);
    if (!panel) return;
    panel.isClosed = false;
    const editor = await openEditor(panel.place, {
      path,
      text: panel.text,
      label: path,
      takesFocus,
      ...(caret && { caret }),
      onChange: (text) => {
        panel.text = text;
        this.#onEdit(path, text);
      },
      onClose: () => {
        this.#close(panel);
      },
    });
    if (this.#panels.get(path) !== panel) {
      editor.dispose();
      return;
    }
    panel.editor = editor;
    if (takesFocus) editor.focus();
  }

  #close(panel: Panel): void {
    panel.editor?.dispose();
    panel.editor = undefined;
    panel.isClosed = true;
    showText(panel.place, panel.text);
    part(panel.place, '.code-file').focus();
  }

  #remove(path: string): void {
    const panel = this.#panels.get(path);
    this.#panels.delete(path);
    panel?.editor?.dispose();
    panel?.box.remove();
  }
}
