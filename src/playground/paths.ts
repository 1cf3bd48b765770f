/** Paths of files, which may come from strangers. */

/** Longest path accepted, in UTF-16 code units. */
export const LONGEST_PATH = 200;

/** A path below the folder of a run and nowhere else, in names that every system can write. */
export function isSafePath(path: string): boolean {
  if (path.length > LONGEST_PATH) return false;
  return path.split('/').every((name) => {
    if (name === '' || name === '.' || name === '..' || name === '__proto__') return false;
    // No control characters, nothing that Windows refuses, no space or dot at the end.
    return /^[^\p{Cc}\\:*?"<>|]*[^\p{Cc}\\:*?"<>|. ]$/u.test(name);
  });
}
