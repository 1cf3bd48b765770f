/**
 * Which library files the examples read while they run: what a traceback quotes, and what is imported late. They
 * come first in the archives, so that a reader's first verdict need not wait for the rest.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { PACKAGES_PATH, STANDARD_LIBRARY_PATH } from '../../src/interpreter/archives.ts';
import { FIRST_FILES, type FirstFiles } from '../runtime/archives.ts';

const PATHS = { standardLibrary: STANDARD_LIBRARY_PATH, packages: PACKAGES_PATH } as const;
const NAMES = ['standardLibrary', 'packages'] as const;

/** `archive:path` for each path in the interpreter that is of one of the two archives, sorted. */
export function archiveReads(paths: readonly string[]): string[] {
  return NAMES.flatMap((name) =>
    paths
      .filter((path) => path.startsWith(`${PATHS[name]}/`))
      .map((path) => `${name}:${path.slice(PATHS[name].length + 1)}`),
  ).sort();
}

/** What was read though it does not come first. */
export function notFirst(reads: Iterable<string>, first: FirstFiles = firstFiles()): string[] {
  const known = new Set(NAMES.flatMap((name) => first[name].map((path) => `${name}:${path}`)));
  return [...new Set(reads)].filter((read) => !known.has(read)).sort();
}

/** Let exactly these come first from now on. */
export function writeFirstFiles(reads: Iterable<string>): void {
  const all = [...new Set(reads)].sort();
  const of = (name: string): string[] =>
    all.filter((read) => read.startsWith(`${name}:`)).map((read) => read.slice(name.length + 1));
  const first: FirstFiles = { standardLibrary: of('standardLibrary'), packages: of('packages') };
  writeFileSync(FIRST_FILES, `${JSON.stringify(first, null, 2)}\n`);
}

function firstFiles(): FirstFiles {
  return JSON.parse(readFileSync(FIRST_FILES, 'utf8')) as FirstFiles;
}
