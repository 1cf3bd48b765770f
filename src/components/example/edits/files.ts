/** Sets of files whose paths may come from strangers. */
import type { Files } from '../../../patterns/pattern.ts';

export { isSafePath } from '../../../playground/paths.ts';

/** The text of a file, or undefined; `__proto__` and the like are no files. */
export function textOf(files: Files, path: string): string | undefined {
  return Object.hasOwn(files, path) ? files[path] : undefined;
}

/** Files whose text differs from the published one, or that are not published at all. */
export function changedFiles(published: Files, files: Files): Files {
  return Object.fromEntries(Object.entries(files).filter(([path, text]) => text !== textOf(published, path)));
}

/**
 * A text's fingerprint: 64 bits as 16 hex digits, FNV-1a twice with different starts. It tells versions
 * of a page's code apart; it is no defence against anyone.
 */
export function contentHash(text: string): string {
  let one = 0x811c9dc5;
  let two = 0x01000193;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    one = Math.imul(one ^ unit, 0x01000193);
    two = Math.imul(two ^ unit, 0x85ebca6b) ^ (two >>> 15);
  }
  return [one, two].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
