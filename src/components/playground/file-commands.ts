/** What a reader does with a file as a whole: add, rename, delete, and take that back. */
import type { WorkspaceAction } from '../../playground/workspace.ts';
import type { NameForm } from './name-form.ts';
import type { Notice } from './notice.ts';
import type { PlaygroundSession } from './session.ts';

export interface CommandParts {
  readonly session: PlaygroundSession;
  readonly form: NameForm;
  readonly notice: Notice;
  /** Changes the files and shows them. @returns why not, if it was refused */
  readonly act: (action: WorkspaceAction) => string | undefined;
  /** Move the focus to the tab of the open file, or to where one is added. */
  readonly focusOpen: () => void;
}

export class FileCommands {
  readonly #parts: CommandParts;

  constructor(parts: CommandParts) {
    this.#parts = parts;
  }

  add(): void {
    const { form, focusOpen } = this.#parts;
    form.ask({
      label: 'Name of the new file',
      button: 'Add',
      value: '',
      take: (name) => this.#named({ kind: 'add', name }),
      back: focusOpen,
    });
  }

  rename(path: string): void {
    const { form, focusOpen } = this.#parts;
    form.ask({
      label: `New name of ${path}`,
      button: 'Rename',
      value: path,
      take: (name) => this.#named({ kind: 'rename', path, name }),
      back: focusOpen,
    });
  }

  delete(path: string): void {
    const { session, form, notice, act, focusOpen } = this.#parts;
    const index = session.workspace.files.findIndex((file) => file.path === path);
    const file = session.workspace.files[index];
    if (!file) return;
    form.close();
    act({ kind: 'delete', path });
    focusOpen();
    const { id } = session.project;
    notice.offer(`${path} is deleted.`, () => {
      if (session.project.id !== id) return 'Open the set of files that it was in, then undo.';
      const refusal = act({ kind: 'restore', file, index });
      if (refusal === undefined) focusOpen();
      return refusal;
    });
  }

  #named(action: WorkspaceAction): string | undefined {
    const refusal = this.#parts.act(action);
    if (refusal === undefined) this.#parts.focusOpen();
    return refusal;
  }
}
