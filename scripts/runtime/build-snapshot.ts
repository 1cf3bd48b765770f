/** Makes the snapshot: boots Pyodide once under Node, warms it up, and packs its memory. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Archives } from '../../src/interpreter/archives.ts';
import { packSnapshot } from '../../src/interpreter/snapshot.ts';
import { makeSnapshot, snapshotSources } from './make-snapshot.ts';
import { watchInstantiation } from './node-wasm.ts';
import { scrubFreeChunks } from './scrub.ts';

const CACHE = '.cache/runtime';

/** What a snapshot is made of besides the archives. */
const SOURCES = [
  'node_modules/pyodide/pyodide.asm.wasm',
  'node_modules/pyodide/pyodide.asm.mjs',
  'src/interpreter/snapshot.ts',
  'scripts/runtime/scrub.ts',
  ...snapshotSources(),
];

/** The snapshot for these archives, from the cache if it was made before. */
export async function cachedSnapshot(archives: Archives<Uint8Array>): Promise<Uint8Array> {
  const hash = createHash('sha256').update(archives.standardLibrary).update(archives.packages);
  for (const file of SOURCES) hash.update(readFileSync(file));
  const path = join(CACHE, `snapshot-${hash.digest('hex').slice(0, 16)}.bin`);
  if (existsSync(path)) return new Uint8Array(readFileSync(path));
  const packed = await buildSnapshot(archives);
  mkdirSync(CACHE, { recursive: true });
  for (const old of readdirSync(CACHE)) {
    if (old.startsWith('snapshot-')) rmSync(join(CACHE, old));
  }
  writeFileSync(`${path}.new`, packed);
  renameSync(`${path}.new`, path);
  return packed;
}

/** @param archives the zips that restored interpreters will be given. */
async function buildSnapshot(archives: Archives<Uint8Array>): Promise<Uint8Array> {
  const module = await WebAssembly.compile(readFileSync('node_modules/pyodide/pyodide.asm.wasm'));
  const watch = watchInstantiation(module);
  try {
    const snapshot = await makeSnapshot(archives);
    const base = watch.fresh().takeBase();
    const headerBytes = new Uint32Array(snapshot.buffer, snapshot.byteOffset, 2)[1] ?? 0;
    const scrubbed = scrubFreeChunks(snapshot.subarray(headerBytes), base.length);
    if (scrubbed === 0) throw new Error('the heap of this Pyodide is not laid out as scrub.ts expects');
    return packSnapshot(snapshot, base);
  } finally {
    watch.restore();
  }
}
