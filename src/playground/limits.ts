/** How much a playground holds. A reader's text is never cut: what is over a limit is kept, but not run. */
import { shown } from './names.ts';
import type { SourceFile } from './source-file.ts';

/** Most files of one project; links hold as many. */
export const MOST_FILES = 50;
/** Largest file, in bytes of UTF-8. */
export const LARGEST_FILE = 100_000;
/** Largest project, in bytes of UTF-8. */
export const LARGEST_PROJECT = 200_000;

/** Why these files are not run, and what helps; undefined if they may. */
export function sizeProblem(files: readonly SourceFile[]): string | undefined {
  if (files.length > MOST_FILES) {
    return `There are ${files.length} files; ${MOST_FILES} are the most. Delete some, or download the zip and go on in an editor of your own.`;
  }
  let total = 0;
  for (const { path, text } of files) {
    const bytes = new TextEncoder().encode(text).length;
    if (bytes > LARGEST_FILE) {
      return `${shown(path)} has ${kilobytes(bytes)}; ${kilobytes(LARGEST_FILE)} are the most. It is not run. Split it, or make it shorter.`;
    }
    total += bytes;
  }
  return total > LARGEST_PROJECT
    ? `All files together have ${kilobytes(total)}; ${kilobytes(LARGEST_PROJECT)} are the most. They are not run. Delete some, or make them shorter.`
    : undefined;
}

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1000)} kB`;
}
