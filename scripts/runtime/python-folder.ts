/** Python of our own that an interpreter under Node is given for a while: files of the project, laid into it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileSystem } from '../../src/interpreter/archives.ts';

/** The modules of a package, without its tests; paths from the project's root. */
export function pythonFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.py') && !file.startsWith('test_'))
    .map((file) => join(folder, file));
}

/** Lay the package into the interpreter, below `at`, which may then be put on Python's path. */
export function layPackage(files: FileSystem, folder: string, at: string): void {
  const target = `${at}/${folder.slice(folder.lastIndexOf('/') + 1)}`;
  files.mkdirTree(target);
  for (const file of pythonFiles(folder)) {
    files.writeFile(`${target}/${file.slice(folder.length + 1)}`, readFileSync(file));
  }
}
