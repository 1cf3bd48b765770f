/** The two zips of a reader's Python, laid out with what examples read in front. */
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { Archives } from '../../src/interpreter/archives.ts';
import { layOut, type Archive } from './archive.ts';
import { packageFiles } from './packages.ts';

/** What examples read, by archive; `npm run verify -- --first` writes it. */
export const FIRST_FILES = 'scripts/runtime/first-files.json';

export type FirstFiles = Archives<readonly string[]>;

export type LaidOut = Archives<Archive>;

/** Lay both out, as this checkout has them. */
export function layOutArchives(): LaidOut {
  const first = JSON.parse(readFileSync(FIRST_FILES, 'utf8')) as FirstFiles;
  return {
    standardLibrary: layOut(standardLibraryFiles(), first.standardLibrary),
    packages: layOut(packageFiles('.cache/python/browser', 'python/redgreen_runner'), first.packages),
  };
}

/** Both zips whole. */
export function wholeArchives({ standardLibrary, packages }: LaidOut): Archives<Uint8Array> {
  return { standardLibrary: standardLibrary.whole, packages: packages.whole };
}

function standardLibraryFiles(): Map<string, Uint8Array> {
  const files = unzipSync(readFileSync('node_modules/pyodide/python_stdlib.zip'));
  return new Map(Object.entries(files).filter(([path]) => !path.endsWith('/')));
}
