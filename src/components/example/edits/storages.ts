/** The browser's two storages, either of which may be missing, refuse, be full, or throw on being named. */

/** The part of `Storage` that edits need. */
export type EditStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export interface Storages {
  /** Lives with the tab. */
  readonly tab: EditStorage | undefined;
  /** Outlives it, and is shared by all tabs. */
  readonly browser: EditStorage | undefined;
}

/** The page's own; where cookies are blocked, already naming one throws. */
export function pageStorages(): Storages {
  return { tab: guarded(() => sessionStorage), browser: guarded(() => localStorage) };
}

export function readItem(storage: EditStorage | undefined, key: string): string | undefined {
  return guarded(() => storage?.getItem(key) ?? undefined);
}

/** @returns whether it is stored now. */
export function writeItem(storage: EditStorage | undefined, key: string, item: string): boolean {
  if (!storage) return false;
  return (
    guarded(() => {
      storage.setItem(key, item);
      // Some private modes take everything and keep nothing.
      return storage.getItem(key) === item;
    }) ?? false
  );
}

/** @returns whether it is gone. */
export function removeItem(storage: EditStorage | undefined, key: string): boolean {
  if (!storage) return false;
  return (
    guarded(() => {
      storage.removeItem(key);
      return true;
    }) ?? false
  );
}

function guarded<T>(access: () => T): T | undefined {
  try {
    return access();
  } catch {
    return undefined;
  }
}
