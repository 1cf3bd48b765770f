/** Which steps of the path the reader has solved, kept in the browser and nowhere else. */
import * as v from 'valibot';
import { pageStorages, readItem, removeItem, writeItem, type Storages } from '../example/edits/storages.ts';
import type { Keeping } from '../example/edits/edits.ts';

/** `localStorage` key; the tests and the start page know it. */
export const PROGRESS_KEY = 'redgreen:start';
const PROBE_KEY = `${PROGRESS_KEY}:probe`;

const progressSchema = v.object({ version: v.literal(1), solved: v.array(v.string()) });

export class Progress {
  readonly #storages: Storages;
  /** The truth where the browser keeps nothing. */
  #solved: readonly string[] = [];

  constructor(storages: Storages = pageStorages()) {
    this.#storages = storages;
  }

  /** Ids of the solved steps, other tabs' included. */
  solved(): ReadonlySet<string> {
    const { browser, tab } = this.#storages;
    return new Set([
      ...this.#solved,
      ...parse(readItem(browser, PROGRESS_KEY)),
      ...parse(readItem(tab, PROGRESS_KEY)),
    ]);
  }

  /** Note a step as solved; says where the browser allows it to be kept. */
  add(id: string): Keeping {
    this.#solved = [...new Set([...this.solved(), id])];
    const item = JSON.stringify({ version: 1, solved: this.#solved });
    if (writeItem(this.#storages.browser, PROGRESS_KEY, item)) return 'kept';
    return writeItem(this.#storages.tab, PROGRESS_KEY, item) ? 'this-tab' : 'memory-only';
  }

  /** Begin anew; the texts of the exercises stay. */
  forget(): void {
    this.#solved = [];
    removeItem(this.#storages.browser, PROGRESS_KEY);
    removeItem(this.#storages.tab, PROGRESS_KEY);
  }

  /** What would become of a step solved now. */
  keeping(): Keeping {
    const { browser, tab } = this.#storages;
    if (probe(browser)) return 'kept';
    return probe(tab) ? 'this-tab' : 'memory-only';
  }
}

/** What to tell a reader whose progress is not kept; undefined where all is well. */
export function progressWords(keeping: Keeping): string | undefined {
  switch (keeping) {
    case 'kept':
      return undefined;
    case 'this-tab':
      return 'This browser keeps your progress only until the tab is closed: its storage is full or switched off. The steps work all the same.';
    case 'memory-only':
      return 'This browser does not let the page keep your progress: it is forgotten when you leave. The steps work all the same.';
  }
}

function probe(storage: Storages['browser']): boolean {
  return writeItem(storage, PROBE_KEY, '1') && removeItem(storage, PROBE_KEY);
}

function parse(item: string | undefined): readonly string[] {
  if (item === undefined) return [];
  try {
    const progress = v.safeParse(progressSchema, JSON.parse(item));
    return progress.success ? progress.output.solved : [];
  } catch {
    return [];
  }
}
