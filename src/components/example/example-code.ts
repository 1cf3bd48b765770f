/** What is in the editors: the published files of each variant and of the app, with the reader's edits. */
import type { Files } from '../../patterns/pattern.ts';
import { EditStore } from './edits/edits.ts';
import type { ExampleData } from './example-data.ts';

export class ExampleCode {
  readonly #published: ReadonlyMap<string, Files>;
  readonly #current = new Map<string, Files>();
  readonly #store: EditStore;

  constructor(data: ExampleData) {
    const owners: (readonly [string, Files])[] = data.variants.map((variant) => [
      variant.name,
      variant.files,
    ]);
    this.#published = new Map([...owners, ['app', data.app]]);
    this.#store = new EditStore(data.code);
    for (const [owner, files] of this.#published)
      this.#current.set(owner, this.#store.read(owner, files).files);
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

  /** Take an edit; it is kept in the browser where the browser allows it. */
  write(owner: string, path: string, text: string): void {
    const files = { ...this.files(owner), [path]: text };
    this.#current.set(owner, files);
    this.#store.write(owner, this.published(owner), files);
  }

  reset(owner: string): void {
    this.#current.set(owner, this.published(owner));
    this.#store.reset(owner);
  }
}
