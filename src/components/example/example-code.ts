/** What is in the editors: the published files of each variant and of the app, with the reader's edits. */
import type { Files } from '../../patterns/pattern.ts';
import { EditStore, type Keeping } from './edits/edits.ts';
import type { ExampleData } from './example-data.ts';

export class ExampleCode {
  readonly #published: ReadonlyMap<string, Files>;
  readonly #current = new Map<string, Files>();
  readonly #stale = new Map<string, Files>();
  readonly #store: EditStore;

  constructor(data: ExampleData) {
    const owners: (readonly [string, Files])[] = data.variants.map((variant) => [
      variant.name,
      variant.files,
    ]);
    this.#published = new Map([...owners, ['app', data.app]]);
    this.#store = new EditStore(data.code);
    for (const [owner, files] of this.#published) {
      const state = this.#store.read(owner, files);
      this.#current.set(owner, state.files);
      if (state.stale) this.#stale.set(owner, state.stale);
    }
  }

  /** Edits of code that the page has replaced since, by path; undefined if there are none. */
  stale(owner: string): Files | undefined {
    return this.#stale.get(owner);
  }

  /** Put such edits back into the editors. */
  restoreStale(owner: string): void {
    for (const [path, text] of Object.entries(this.stale(owner) ?? {})) this.write(owner, path, text);
    this.#stale.delete(owner);
  }

  /** Files of a variant, or of the app (`app`), as they stand in the editors. */
  files(owner: string): Files {
    return this.#current.get(owner) ?? {};
  }

  published(owner: string): Files {
    return this.#published.get(owner) ?? {};
  }

  isEdited(owner: string): boolean {
    const published = this.published(owner);
    return Object.entries(this.files(owner)).some(([path, text]) => published[path] !== text);
  }

  /** What a run of a variant may import: anything, once the reader has edited it or the app. */
  imports(variant: string): 'known' | 'any' {
    return this.isEdited(variant) || this.isEdited('app') ? 'any' : 'known';
  }

  /** Take an edit; says where the browser allows it to be kept. */
  write(owner: string, path: string, text: string): Keeping {
    const files = { ...this.files(owner), [path]: text };
    this.#current.set(owner, files);
    return this.#store.write(owner, this.published(owner), files);
  }

  /** Show code that came with a link: in the editors, but not in the browser's storage. */
  show(owner: string, files: Files): void {
    this.#current.set(owner, { ...this.published(owner), ...files });
  }

  /** Go back to what the reader had before `show`. */
  showOwn(owner: string): void {
    this.#current.set(owner, this.#store.read(owner, this.published(owner)).files);
  }

  reset(owner: string): void {
    this.#current.set(owner, this.published(owner));
    this.#store.reset(owner);
  }
}
