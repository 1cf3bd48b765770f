/**
 * Memory snapshots: the only place that knows Pyodide's experimental interface for them
 * (`_makeSnapshot`, `_loadSnapshot`, `restoreSnapshot`) and Emscripten's memory behind it.
 *
 * A snapshot is made once by the build, in Node, and restored in every engine. It is kept sparse: only
 * what differs from the memory that WebAssembly's own data segments give. Restoring puts the data
 * segments back, then copies the differences.
 */
import type { loadPyodide } from 'pyodide';
import { letGo, readInto, type Bytes } from './bytes.ts';

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
  readonly _emscripten_stack_get_end: () => number;
  /** Takes the new size of the whole memory. */
  readonly growMemory: (bytes: number) => void;
}

/** The interpreter's WebAssembly as it is before any code has run in it. */
export interface FreshInstance {
  /** Memory below the heap, as the data segments leave it. It is given once: it takes megabytes, and is then free. */
  readonly takeBase: () => Uint8Array<ArrayBuffer>;
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

/** What an interpreter is restored from. */
export interface Snapshot {
  /** Pyodide's own header, by `headerOf`: it is needed before the memory is. */
  readonly header: Uint8Array;
  /** Gives the packed snapshot; it may be on its way still while WebAssembly starts. */
  readonly packed: () => Bytes | Promise<Bytes>;
}

interface Layout {
  readonly header: Uint8Array;
  readonly memoryBytes: number;
  readonly runs: Uint32Array;
  /** Where the runs' bytes begin. */
  readonly dataAt: number;
}

/** Pyodide's header of a packed snapshot. @throws Error if the bytes are none */
export function headerOf(packed: Bytes): Uint8Array {
  return layoutOf(packed).header;
}

/** @throws Error if the bytes are no packed snapshot */
function layoutOf(packed: Bytes): Layout {
  const words = new Uint32Array(HEADER_WORDS);
  readInto(new Uint8Array(words.buffer), packed, 0);
  const [magic, headerBytes = 0, memoryBytes = 0, runCount = 0] = words;
  if (magic !== MAGIC) throw new Error('this is no packed snapshot');
  const header = new Uint8Array(headerBytes);
  readInto(header, packed, words.byteLength);
  const runs = new Uint32Array(runCount * 2);
  const runsAt = words.byteLength + headerBytes;
  readInto(new Uint8Array(runs.buffer), packed, runsAt);
  return { header, memoryBytes, runs, dataAt: runsAt + runs.byteLength };
}

/**
 * Options for `loadPyodide` that restore a snapshot.
 * @param create Pyodide's own module function.
 * @param fresh gives the instance as it was before any code ran; asked for once there is one.
 */
export function restoringConfig(
  snapshot: Snapshot,
  create: CreateModule,
  fresh: () => FreshInstance,
): Config {
  return {
    _loadSnapshot: snapshot.header,
    createPyodideModule: async (settings) => {
      // Pyodide takes the snapshot's length for the memory's; ours is only the header.
      Reflect.deleteProperty(settings, 'INITIAL_MEMORY');
      const module = (await create(settings)) as unknown as PyodideModule;
      const packed = await snapshot.packed();
      const layout = layoutOf(packed);
      if (String(layout.header) !== String(snapshot.header))
        throw new Error('the snapshot has another header');
      if (module.HEAP8.length < layout.memoryBytes) module.growMemory(layout.memoryBytes);
      const readHeader = module.API.restoreSnapshot.bind(module.API);
      module.API.restoreSnapshot = (given) => {
        const state = readHeader(given);
        // This word belongs to the engine, not to Python: it is an index into this engine's function table.
        const trampoline = trampolineWord(module);
        const engines = module.HEAP32[trampoline] ?? 0;
        const base = fresh().takeBase();
        copyMemory(module, base, packed, layout);
        letGo(base.buffer);
        module.HEAP32[trampoline] = engines;
        return state;
      };
      return module as unknown as Awaited<ReturnType<CreateModule>>;
    },
  };
}

/** More of the stack than constructors use, in bytes. */
const STACK_TOUCHED = 2 ** 20;

function copyMemory(module: PyodideModule, base: Uint8Array, packed: Bytes, { runs, dataAt }: Layout): void {
  const memory = module.HEAPU8;
  // Constructors have run and written since. Below the heap are the data and the stack, which grows downwards; nearly
  // all of it has never been used, and memory that nobody has written to takes none of the machine's.
  memory.set(base.subarray(0, module._emscripten_stack_get_end()));
  memory.fill(0, base.length - STACK_TOUCHED, module._sbrk(0));
  let from = dataAt;
  for (let index = 0; index < runs.length; index += 2) {
    const offset = runs[index] ?? 0;
    const length = runs[index + 1] ?? 0;
    readInto(memory.subarray(offset, offset + length), packed, from);
    from += length;
  }
}

function trampolineWord(module: PyodideModule): number {
  const offset = module.HEAP32[module.__PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET >> 2] ?? 0;
  return (module.__PyRuntime + offset) >> 2;
}

/** Watch WebAssembly being instantiated: keeps the base memory, and makes the function table the same everywhere. */
export function afterInstantiation(instance: WebAssembly.Instance): FreshInstance {
  const { exports } = instance;
  const { memory, __indirect_function_table: table, __heap_base: heapBase } = exports;
  if (!(memory instanceof WebAssembly.Memory) || !(heapBase instanceof WebAssembly.Global))
    throw new Error('this WebAssembly shows neither memory nor heap base');
  if (table instanceof WebAssembly.Table && !keepsIdentity()) mendTable(table, exports);
  let base: Uint8Array<ArrayBuffer> | undefined = new Uint8Array(
    memory.buffer,
    0,
    Number(heapBase.value),
  ).slice();
  const takeBase = (): Uint8Array<ArrayBuffer> => {
    if (!base) throw new Error('the base memory has been taken before');
    const taken = base;
    base = undefined;
    return taken;
  };
  return { takeBase, exports };
}

/**
 * Whether a function that an element segment puts into a table is the same object as the one that is exported.
 * JavaScriptCore makes a new one for each slot; Emscripten finds functions by identity, so there its table would
 * grow and indices would move. Asked of a module with one function, in the text format:
 *
 *     (module (table (export "t") 1 funcref) (func (export "f")) (elem (i32.const 0) func 0))
 */
function keepsIdentity(): boolean {
  const bytes = [
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...[1, 4, 1, 0x60, 0, 0],
    ...[3, 2, 1, 0],
    ...[4, 4, 1, 0x70, 0, 1],
    ...[7, 9, 2, 1, 0x74, 1, 0, 1, 0x66, 0, 0],
    ...[9, 7, 1, 0, 0x41, 0, 0x0b, 1, 0],
    ...[10, 4, 1, 2, 0, 0x0b],
  ];
  const { t, f } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes))).exports;
  return t instanceof WebAssembly.Table && t.get(0) === f;
}

function mendTable(table: WebAssembly.Table, exports: WebAssembly.Exports): void {
  const functions = new Map<string, unknown>();
  for (const value of Object.values(exports)) {
    if (typeof value === 'function') functions.set(value.name, value);
  }
  for (let index = 0; index < table.length; index += 1) {
    const there = table.get(index) as { readonly name: string } | null;
    const exported = there && functions.get(there.name);
    if (exported && exported !== there) table.set(index, exported);
  }
}
