/** The tabs of the files: one list, moved through with the arrow keys, as the ARIA practices have it. */
import type { Workspace } from '../../playground/workspace.ts';

export interface TabHandlers {
  readonly onOpen: (path: string) => void;
  readonly onDelete: (path: string) => void;
  readonly onRename: (path: string) => void;
}

export class FileTabs {
  readonly #list: HTMLElement;
  readonly #handlers: TabHandlers;
  readonly #tabs = new Map<string, HTMLButtonElement>();
  #paths: readonly string[] = [];

  constructor(list: HTMLElement, handlers: TabHandlers) {
    this.#list = list;
    this.#handlers = handlers;
    list.addEventListener('click', (event) => {
      const path = tabOf(event)?.dataset.path;
      if (path !== undefined) handlers.onOpen(path);
    });
    list.addEventListener('keydown', this.#onKey);
  }

  /** @param panelId id of the panel that a file's tab stands for */
  show({ files, open }: Workspace, panelId: (path: string) => string): void {
    this.#paths = files.map(({ path }) => path);
    for (const [path, tab] of this.#tabs) {
      if (this.#paths.includes(path)) continue;
      tab.remove();
      this.#tabs.delete(path);
    }
    for (const path of this.#paths) {
      const tab = this.#tabs.get(path) ?? this.#make(path, panelId(path));
      tab.ariaSelected = String(path === open);
      tab.tabIndex = path === open ? 0 : -1;
      // In their order; appending a tab that has the focus would take it away.
      const place = this.#list.children[this.#paths.indexOf(path)];
      if (place !== tab) this.#list.insertBefore(tab, place ?? null);
    }
  }

  /** Show on a tab that a test failed in its file. */
  mark(path: string | undefined): void {
    for (const [own, tab] of this.#tabs) tab.classList.toggle('is-failing', own === path);
    const failing = path === undefined ? undefined : this.#tabs.get(path);
    for (const [own, tab] of this.#tabs) {
      tab.setAttribute('aria-label', tab === failing ? `${own}, a test fails here` : own);
    }
  }

  focus(path: string | undefined): void {
    if (path !== undefined) this.#tabs.get(path)?.focus();
  }

  #make(path: string, panel: string): HTMLButtonElement {
    const tab = document.createElement('button');
    tab.type = 'button';
    tab.role = 'tab';
    tab.id = `${panel}-tab`;
    tab.className = 'play-tab';
    tab.dataset.path = path;
    tab.setAttribute('aria-controls', panel);
    tab.textContent = path;
    this.#tabs.set(path, tab);
    return tab;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const path = tabOf(event)?.dataset.path;
    if (path === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    const at = this.#paths.indexOf(path);
    const last = this.#paths.length - 1;
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: at === last ? 0 : at + 1,
      ArrowLeft: at === 0 ? last : at - 1,
      Home: 0,
      End: last,
    };
    const to = this.#paths[steps[event.key] ?? -1];
    if (to !== undefined) {
      event.preventDefault();
      this.#handlers.onOpen(to);
      this.focus(to);
    } else if (event.key === 'Delete') {
      event.preventDefault();
      this.#handlers.onDelete(path);
    } else if (event.key === 'F2') {
      event.preventDefault();
      this.#handlers.onRename(path);
    }
  };
}

function tabOf(event: Event): HTMLElement | null {
  return (event.target as Element).closest<HTMLElement>('[role="tab"]');
}
