/** Keeps the draft of one exercise in the browser, by the same rules as the edits of examples. */
import { EditStore, type Keeping } from '../example/edits/edits.ts';
import { pageStorages, type Storages } from '../example/edits/storages.ts';
import type { Draft } from './draft.ts';
import type { ExerciseData } from './exercise-data.ts';

const WRITTEN = 'test';
const ASIDE = 'aside';
const NONE = {};

export class DraftStore {
  readonly #store: EditStore;
  readonly #path: string;
  readonly #published: Readonly<Record<string, string>>;

  constructor(
    { id, test, starter }: Pick<ExerciseData, 'id' | 'test' | 'starter'>,
    storages: Storages = pageStorages(),
  ) {
    this.#store = new EditStore(`start-${id}`, storages);
    this.#path = test;
    this.#published = { [test]: starter };
  }

  /** As the reader left it. A text made from an older starter is offered, not lost. */
  read(): Draft {
    const { files, stale } = this.#store.read(WRITTEN, this.#published);
    const aside = this.#store.read(ASIDE, NONE).files[this.#path];
    return { text: files[this.#path] ?? '', aside: aside ?? stale?.[this.#path] };
  }

  /** Says where the browser allows it to be kept. */
  write({ text, aside }: Draft): Keeping {
    this.#store.write(ASIDE, NONE, aside === undefined ? NONE : { [this.#path]: aside });
    return this.#store.write(WRITTEN, this.#published, { [this.#path]: text });
  }
}
