/**
 * The reader's edits, kept in the browser.
 *
 * Each example has a key of its own for each variant. An edit is stored with a fingerprint of the
 * published text it was made from: when the page changes, the published code is shown and the old edit
 * is offered. Each tab has its own draft (`sessionStorage`), so that two tabs don't overwrite each
 * other; the last draft of any tab (`localStorage`) is what a new tab begins with. Storage may be
 * missing, refused or full at any moment: the edit then lives as long as the page.
 */
import * as v from 'valibot';
import type { Files } from '../../../patterns/pattern.ts';
import { changedFiles, contentHash, textOf } from './files.ts';
import { pageStorages, readItem, removeItem, writeItem, type Storages } from './storages.ts';

/** `this-tab`: a reload keeps it, closing the tab does not. `memory-only`: a reload loses it. */
export type Keeping = 'kept' | 'this-tab' | 'memory-only';

export interface EditState {
  /** The published files with the reader's edits. */
  readonly files: Files;
  readonly edited: boolean;
  /** Edits of code that the page no longer shows, by path: "Restore my edit" writes them. */
  readonly stale?: Files;
}

const editSchema = v.object({ path: v.string(), base: v.string(), text: v.string() });
const draftSchema = v.object({ version: v.literal(1), edits: v.array(editSchema) });

type Edit = v.InferOutput<typeof editSchema>;

/** What an edit is made from where nothing is published: a file that the reader added. */
const NOTHING = '';
/** Edits of older versions of the page that are kept for one file. */
const MOST_STALE = 3;

/** One per example on a page; `code` may be any name, as `playground`. */
export class EditStore {
  readonly #code: string;
  readonly #storages: Storages;
  /** What this page has read or written: the truth while it is open. */
  readonly #drafts = new Map<string, readonly Edit[]>();
  readonly #published = new Map<string, Files>();

  constructor(code: string, storages: Storages = pageStorages()) {
    this.#code = code;
    this.#storages = storages;
  }

  /** A variant's files as the reader left them. */
  read(variant: string, published: Files): EditState {
    this.#published.set(variant, published);
    const edits = this.#edits(variant);
    const current = edits.filter((edit) => edit.base === baseOf(published, edit.path));
    const edited = Object.fromEntries(current.map(({ path, text }) => [path, text]));
    const stale = edits.filter(
      ({ path, base, text }) =>
        base !== baseOf(published, path) &&
        textOf(edited, path) === undefined &&
        text !== textOf(published, path),
    );
    // The newest come first and must win.
    const offered = Object.fromEntries([...stale].reverse().map(({ path, text }) => [path, text]));
    return {
      files: { ...published, ...edited },
      edited: current.length > 0,
      ...(stale.length > 0 && { stale: offered }),
    };
  }

  /** Keep a variant's files. Those that are as published are no edits; what is left out is not edited. */
  write(variant: string, published: Files, files: Files): Keeping {
    this.#published.set(variant, published);
    const current = Object.entries(changedFiles(published, files)).map(([path, text]) => ({
      path,
      base: baseOf(published, path),
      text,
    }));
    return this.#keep(variant, [...current, ...this.#stale(variant, published)]);
  }

  /** Drop the edits of the code that the page shows now; older ones go on being offered. */
  reset(variant: string): Keeping {
    const published = this.#published.get(variant);
    return this.#keep(variant, published ? this.#stale(variant, published) : []);
  }

  /** Drop the edits of older code, when the reader declines them. */
  forgetStale(variant: string): Keeping {
    const published = this.#published.get(variant) ?? {};
    return this.#keep(
      variant,
      this.#edits(variant).filter((edit) => edit.base === baseOf(published, edit.path)),
    );
  }

  #stale(variant: string, published: Files): readonly Edit[] {
    const seen = new Map<string, number>();
    return this.#edits(variant).filter((edit) => {
      if (edit.base === baseOf(published, edit.path)) return false;
      const count = (seen.get(edit.path) ?? 0) + 1;
      seen.set(edit.path, count);
      return count <= MOST_STALE;
    });
  }

  #edits(variant: string): readonly Edit[] {
    const known = this.#drafts.get(variant);
    if (known) return known;
    const key = this.#key(variant);
    // A tab that has a draft, be it an empty one, is not concerned with what other tabs did.
    const edits =
      parse(readItem(this.#storages.tab, key)) ?? parse(readItem(this.#storages.browser, key)) ?? [];
    this.#drafts.set(variant, edits);
    return edits;
  }

  #keep(variant: string, edits: readonly Edit[]): Keeping {
    const before = itemOf(this.#edits(variant));
    this.#drafts.set(variant, edits);
    const key = this.#key(variant);
    const item = itemOf(edits);
    const inTab = writeItem(this.#storages.tab, key, item);
    // An older draft left in the tab would win over this one after a reload.
    if (!inTab) removeItem(this.#storages.tab, key);
    const inBrowser =
      edits.length > 0 ? writeItem(this.#storages.browser, key, item) : this.#clearBrowser(key, before);
    return inBrowser ? 'kept' : inTab ? 'this-tab' : 'memory-only';
  }

  /** Another tab's draft is not this tab's to remove. */
  #clearBrowser(key: string, own: string): boolean {
    const { browser } = this.#storages;
    const found = readItem(browser, key);
    return found !== undefined && found !== own ? true : removeItem(browser, key);
  }

  #key(variant: string): string {
    return `redgreen:edits:${this.#code}:${variant}`;
  }
}

/** What to tell a reader whose edits are not kept; undefined where all is well. */
export function keepingWords(keeping: Keeping): string | undefined {
  switch (keeping) {
    case 'kept':
      return undefined;
    case 'this-tab':
      return 'This browser keeps your edit only until the tab is closed: its storage is full or switched off.';
    case 'memory-only':
      return 'This browser does not let the page keep your edit: it is lost when you leave or reload. Copy it, or take its link.';
  }
}

function baseOf(published: Files, path: string): string {
  const text = textOf(published, path);
  return text === undefined ? NOTHING : contentHash(text);
}

function itemOf(edits: readonly Edit[]): string {
  return JSON.stringify({ version: 1, edits });
}

function parse(item: string | undefined): readonly Edit[] | undefined {
  if (item === undefined) return undefined;
  try {
    const draft = v.safeParse(draftSchema, JSON.parse(item));
    return draft.success ? draft.output.edits : undefined;
  } catch {
    return undefined;
  }
}
