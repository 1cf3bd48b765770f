/**
 * Memory snapshots: the only place that knows Pyodide's experimental interface for them
 * (`_makeSnapshot`, `_loadSnapshot`, `restoreSnapshot`) and Emscripten's memory behind it.
 *
 * A snapshot is made once by the build, in Node, and restored in every engine. It is kept sparse: only
 * what differs from the memory that WebAssembly's own data segments give. Restoring puts the data
 * segments back, then copies the differences.
 */
import type { loadPyodide } from 'pyodide';

type Config = NonNullable<Parameters<typeof loadPyodide>[0]>;
type CreateModule = NonNullable<Config['createPyodideModule']>;

/** The parts of the Emscripten module that a restore touches. */
interface PyodideModule {
  readonly HEAP8: Int8Array;
  readonly HEAPU8: Uint8Array;
  readonly HEAP32: Int32Array;
  readonly API: { restoreSnapshot: (header: Uint8Array) => unknown };
  readonly ___heap_base?: number;
  readonly __PyRuntime: number;
  readonly __PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET: number;
  readonly _sbrk: (bytes: number) => number;
  /** Takes the new size of the whole memory. */
  readonly growMemory: (bytes: number) => void;
}

/** The interpreter's WebAssembly as it is before any code has run in it. */
export interface FreshInstance {
  /** Memory below the heap, as the data segments leave it. */
  readonly base: Uint8Array;
  readonly exports: WebAssembly.Exports;
}

/** "RGS1", little-endian. */
const MAGIC = 0x31534752;
const HEADER_WORDS = 4;

/**
 * Pack a snapshot as Pyodide gives it.
 * Layout in 32-bit words: magic, bytes of Pyodide's header, bytes of memory, number of runs; then
 * Pyodide's header; then each run's offset and length in bytes; then the runs' bytes.
 */
export function packSnapshot(snapshot: Uint8Array, base: Uint8Array): Uint8Array {
  const words = new Uint32Array(snapshot.buffer, snapshot.byteOffset, HEADER_WORDS);
  const headerBytes = words[1] ?? 0;
  const memory = snapshot.subarray(headerBytes);
  const runs = differences(memory, base);
  const dataBytes = runs.reduce((sum, [, length]) => sum + length, 0);
  const packed = new Uint8Array(HEADER_WORDS * 4 + headerBytes + runs.length * 8 + dataBytes);
  new Uint32Array(packed.buffer, 0, HEADER_WORDS).set([MAGIC, headerBytes, memory.length, runs.length]);
  packed.set(snapshot.subarray(0, headerBytes), HEADER_WORDS * 4);
  const table = new Uint32Array(packed.buffer, HEADER_WORDS * 4 + headerBytes, runs.length * 2);
  let at = HEADER_WORDS * 4 + headerBytes + runs.length * 8;
  runs.forEach(([offset, length], index) => {
    table.set([offset, length], index * 2);
    packed.set(memory.subarray(offset, offset + length), at);
    at += length;
  });
  return packed;
}

/** Equal stretches shorter than this are not worth a run of their own, in bytes. */
const SHORTEST_GAP = 256;

function differences(memory: Uint8Array, base: Uint8Array): (readonly [number, number])[] {
  const now = new Uint32Array(memory.buffer, memory.byteOffset, memory.length / 4);
  const then = new Uint32Array(base.buffer, base.byteOffset, Math.floor(base.length / 4));
  const runs: [number, number][] = [];
  for (let word = 0; word < now.length; word += 1) {
    if (now[word] === (then[word] ?? 0)) continue;
    const offset = word * 4;
    const last = runs.at(-1);
    if (last && offset - (last[0] + last[1]) < SHORTEST_GAP) last[1] = offset + 4 - last[0];
    else runs.push([offset, 4]);
  }
  return runs;
}

interface Packed {
  readonly header: Uint8Array;
  readonly memoryBytes: number;
  readonly runs: Uint32Array;
  readonly data: Uint8Array;
}

/** @throws Error if the bytes are no packed snapshot */
function unpack(packed: Uint8Array): Packed {
  const [magic, headerBytes = 0, memoryBytes = 0, runCount = 0] = new Uint32Array(
    packed.buffer,
    packed.byteOffset,
    HEADER_WORDS,
  );
  if (magic !== MAGIC) throw new Error('this is no packed snapshot');
  const tableAt = HEADER_WORDS * 4 + headerBytes;
  return {
    header: packed.slice(HEADER_WORDS * 4, tableAt),
    memoryBytes,
    runs: new Uint32Array(packed.buffer, packed.byteOffset + tableAt, runCount * 2),
    data: packed.subarray(tableAt + runCount * 8),
  };
}

/**
 * Options for `loadPyodide` that restore a packed snapshot.
 * @param create Pyodide's own module function.
 * @param fresh gives the instance as it was before any code ran; asked for once there is one.
 */
export function restoringConfig(
  packed: Uint8Array,
  create: CreateModule,
  fresh: () => FreshInstance,
): Config {
  const { header, memoryBytes, runs, data } = unpack(packed);
  return {
    _loadSnapshot: header,
    createPyodideModule: async (settings) => {
      // Pyodide takes the snapshot's length for the memory's; ours is only the header.
      Reflect.deleteProperty(settings, 'INITIAL_MEMORY');
      const module = (await create(settings)) as unknown as PyodideModule;
      if (module.HEAP8.length < memoryBytes) module.growMemory(memoryBytes);
      const readHeader = module.API.restoreSnapshot.bind(module.API);
      module.API.restoreSnapshot = (given) => {
        const state = readHeader(given);
        // This word belongs to the engine, not to Python: it is an index into this engine's function table.
        const trampoline = trampolineWord(module);
        const engines = module.HEAP32[trampoline] ?? 0;
        copyMemory(module, fresh().base, runs, data);
        module.HEAP32[trampoline] = engines;
        return state;
      };
      return module as unknown as Awaited<ReturnType<CreateModule>>;
    },
  };
}

function copyMemory(module: PyodideModule, base: Uint8Array, runs: Uint32Array, data: Uint8Array): void {
  const memory = module.HEAPU8;
  // Constructors have run and written since; what they wrote lies below the break.
  const used = module._sbrk(0);
  memory.set(base);
  if (used > base.length) memory.fill(0, base.length, used);
  let from = 0;
  for (let index = 0; index < runs.length; index += 2) {
    const offset = runs[index] ?? 0;
    const length = runs[index + 1] ?? 0;
    memory.set(data.subarray(from, from + length), offset);
    from += length;
  }
}

function trampolineWord(module: PyodideModule): number {
  const offset = module.HEAP32[module.__PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET >> 2] ?? 0;
  return (module.__PyRuntime + offset) >> 2;
}

/**
 * Watch WebAssembly being instantiated: keeps the base memory, and makes the function table the same in
 * every engine. JavaScriptCore makes a new function object for each table slot that an element segment
 * fills; Emscripten finds functions by identity, so its table would grow and indices would move.
 */
export function afterInstantiation(instance: WebAssembly.Instance): FreshInstance {
  const exports = Object.entries(instance.exports);
  const functions = new Map<string, unknown>();
  for (const [, value] of exports) {
    if (typeof value === 'function') functions.set(value.name, value);
  }
  const table = exports.map(([, value]) => value).find((value) => value instanceof WebAssembly.Table);
  for (let index = 0; table && index < table.length; index += 1) {
    const there = table.get(index) as { readonly name: string } | null;
    const exported = there && functions.get(there.name);
    if (exported && exported !== there) table.set(index, exported);
  }
  const memory = exports.map(([, value]) => value).find((value) => value instanceof WebAssembly.Memory);
  const heapBase = instance.exports.__heap_base;
  if (!memory || !(heapBase instanceof WebAssembly.Global))
    throw new Error('this WebAssembly shows neither memory nor heap base');
  const base = new Uint8Array(memory.buffer).slice(0, Number(heapBase.value));
  return { base, exports: instance.exports };
}
