/**
 * The reader's sets of files, kept in the browser: each under a key of its own, and a list of them.
 *
 * Storage may be missing, refused or full at any moment: what is not kept lives as long as the page. Two tabs
 * may change the same set: the one that is second keeps its files as another set, so that none are lost.
 */
import * as v from 'valibot';
import type { Keeping } from '../example/edits/edits.ts';
import { pageStorages, readItem, removeItem, writeItem, type Storages } from '../example/edits/storages.ts';
import { freeTitle, readProject, writeProject, type Project } from '../../playground/project.ts';

export interface KeepResult {
  /** As it is kept now: another set than before if another tab had changed that one. */
  readonly project: Project;
  readonly keeping: Keeping;
  readonly isCopy: boolean;
}

const INDEX = 'redgreen:playground:index';
const OPEN = 'redgreen:playground:open';
const indexSchema = v.object({ version: v.literal(1), ids: v.array(v.string()) });

export class KeptStore {
  readonly #storages: Storages;
  /** What this page has read or written: the truth while it is open. */
  readonly #known = new Map<string, Project>();

  constructor(storages: Storages = pageStorages()) {
    this.#storages = storages;
  }

  /** All sets, in the order in which they came. */
  list(): readonly Project[] {
    return this.#ids().flatMap((id) => this.read(id) ?? []);
  }

  /** Ids of sets that are there and can't be read; they are left alone. */
  damaged(): readonly string[] {
    return this.#ids().filter((id) => !this.read(id) && this.#items(id).length > 0);
  }

  read(id: string): Project | undefined {
    const known = this.#known.get(id);
    if (known) return known;
    const found = this.#items(id).flatMap((item) => readProject(item) ?? [])[0];
    if (found) this.#known.set(id, found);
    return found;
  }

  /** The set that this tab, or else the browser, had open last. */
  lastOpen(): Project | undefined {
    const { tab, browser } = this.#storages;
    const id = readItem(tab, OPEN) ?? readItem(browser, OPEN);
    return (id === undefined ? undefined : this.read(id)) ?? this.list()[0];
  }

  setOpen(id: string): void {
    writeItem(this.#storages.tab, OPEN, id);
    writeItem(this.#storages.browser, OPEN, id);
  }

  /** Keep a set. */
  write(project: Project): KeepResult {
    const stored = this.#items(project.id).flatMap((item) => readProject(item) ?? [])[0];
    const isCopy = stored !== undefined && stored.revision !== project.revision;
    const kept: Project = isCopy
      ? { ...project, id: newId(), title: this.freeTitle(project.title), revision: 1 }
      : { ...project, revision: project.revision + 1 };
    if (isCopy) this.#known.set(stored.id, stored);
    this.#known.set(kept.id, kept);
    const item = writeProject(kept);
    const key = keyOf(kept.id);
    const { tab, browser } = this.#storages;
    if (writeItem(browser, key, item) && this.#addToIndex(browser, kept.id)) {
      removeItem(tab, key);
      return { project: kept, keeping: 'kept', isCopy };
    }
    const inTab = writeItem(tab, key, item) && this.#addToIndex(tab, kept.id);
    return { project: kept, keeping: inTab ? 'this-tab' : 'memory-only', isCopy };
  }

  /** Forget a set. */
  remove(id: string): void {
    this.#known.delete(id);
    for (const storage of [this.#storages.tab, this.#storages.browser]) {
      removeItem(storage, keyOf(id));
      const ids = readIndex(storage);
      if (ids.includes(id))
        writeIndex(
          storage,
          ids.filter((one) => one !== id),
        );
    }
  }

  /** A title that no other set has. */
  freeTitle(title: string): string {
    return freeTitle(
      title,
      this.list().map((project) => project.title),
    );
  }

  #ids(): readonly string[] {
    const { tab, browser } = this.#storages;
    return [...new Set([...readIndex(browser), ...readIndex(tab), ...this.#known.keys()])];
  }

  /** The tab's own comes first: it is there only if the browser refused it. */
  #items(id: string): readonly string[] {
    const { tab, browser } = this.#storages;
    return [readItem(tab, keyOf(id)), readItem(browser, keyOf(id))].filter((item) => item !== undefined);
  }

  #addToIndex(storage: Storages['tab'], id: string): boolean {
    const ids = readIndex(storage);
    return ids.includes(id) || writeIndex(storage, [...ids, id]);
  }
}

/** An id that no other tab will draw. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function keyOf(id: string): string {
  return `redgreen:playground:set:${id}`;
}

function readIndex(storage: Storages['tab']): readonly string[] {
  try {
    const parsed = v.safeParse(indexSchema, JSON.parse(readItem(storage, INDEX) ?? 'null'));
    return parsed.success ? parsed.output.ids : [];
  } catch {
    return [];
  }
}

function writeIndex(storage: Storages['tab'], ids: readonly string[]): boolean {
  return writeItem(storage, INDEX, JSON.stringify({ version: 1, ids }));
}
