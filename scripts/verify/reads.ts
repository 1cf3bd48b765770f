/**
 * Which library files the examples read while they run: what a traceback quotes, and what is imported late. They
 * come first in the archives, so that a reader's first verdict need not wait for the rest.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Archives } from '../../src/interpreter/archives.ts';
import { FIRST_FILES, type FirstFiles, type LaidOut } from '../runtime/archives.ts';

/** Positions at which Python began to read, by archive. */
export type ArchiveReads = Readonly<Record<keyof Archives, ReadonlySet<number>>>;

const NAMES = ['standardLibrary', 'packages'] as const;

/** The files that were read, as `archive:path`, sorted. A read that begins inside of an entry goes on with it. */
export function pathsRead(reads: ArchiveReads, laidOut: LaidOut): string[] {
  return NAMES.flatMap((name) =>
    [...reads[name]].flatMap((position) => {
      const path = laidOut[name].places.get(position);
      return path === undefined ? [] : [`${name}:${path}`];
    }),
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
