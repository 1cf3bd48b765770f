import { readFileSync } from 'node:fs';
import { loadPyodide } from 'pyodide';
import { beforeAll, expect, test } from 'vitest';
import { mountFile } from './archives.ts';
import { bytesOf, type Bytes } from './bytes.ts';
import { fileSystem } from './interpreter.ts';

interface Path {
  readonly read_text: () => string;
  readonly stat: () => { readonly st_mtime: number; readonly st_size: number };
}

let pyodide: Awaited<ReturnType<typeof loadPyodide>>;
beforeAll(async () => {
  pyodide = await loadPyodide();
}, 60_000);

function pathOf(path: string): Path {
  return (pyodide.pyimport('pathlib') as { Path: (path: string) => Path }).Path(path);
}

/** Gives at most 1000 bytes at a time, and counts how often it is asked. */
class Pieces implements Bytes {
  asked = 0;
  readonly #array: Uint8Array;
  constructor(array: Uint8Array) {
    this.#array = array;
  }
  get length(): number {
    return this.#array.length;
  }
  read(from: number, to: number): Uint8Array {
    this.asked += 1;
    return this.#array.subarray(from, Math.min(to, from + 1000));
  }
}

test('Python reads a mounted file where and when it needs it', () => {
  const pieces = new Pieces(new Uint8Array(readFileSync(import.meta.filename)));
  mountFile(fileSystem(pyodide), '/lib/mine/file.txt', pieces);
  expect(pieces.asked).toBe(0);
  expect(pathOf('/lib/mine/file.txt').read_text()).toBe(readFileSync(import.meta.filename, 'utf8'));
  expect(pieces.asked).toBeGreaterThan(1);
});

test('a file mounted again keeps its time, and gives what it has now', () => {
  const files = fileSystem(pyodide);
  const path = pathOf('/lib/mine/again.txt');
  mountFile(files, '/lib/mine/again.txt', bytesOf(new TextEncoder().encode('one')));
  const time = path.stat().st_mtime;
  mountFile(files, '/lib/mine/again.txt', bytesOf(new TextEncoder().encode('three')));
  expect(path.read_text()).toBe('three');
  expect(path.stat().st_size).toBe(5);
  expect(path.stat().st_mtime).toBe(time);
});
