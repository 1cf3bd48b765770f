/**
 * Keeps Python off the end of the engine's stack.
 *
 * WebAssembly code has two stacks: Emscripten's, in memory, which Python can measure, and the engine's,
 * which it cannot. Python takes the first for the whole and believes it has megabytes; a Chromium worker
 * gives the second half a megabyte, and going over it kills Python instead of raising RecursionError.
 * So Python is told of less, in proportion to what the engine has, and freeing an object is made to
 * count: freeing goes deep (a chain of a thousand objects, each holding the next) without using any of
 * Emscripten's stack, so that Python's own care for long chains never set in.
 */
import type { PyodideAPI } from 'pyodide';

/**
 * Bytes of Emscripten's stack that Python may use. The engine's own is used up several times as fast: with 144 KB,
 * recursion through `__repr__` ended a worker that has half a megabyte of it.
 */
const PYTHON_STACK = 112 * 1024;

/** Bytes that freeing an object counts for: some 100 deep, Python puts the rest off. */
const FREEING_COUNTS = 1024;

/** Offset of `tp_dealloc` in a type object on a 32-bit machine: reference count, type, size, name, two sizes. */
const DEALLOC_OFFSET = 24;

/** The parts of Emscripten's module that are needed here. */
interface StackModule {
  readonly HEAPU32: Uint32Array;
  readonly _emscripten_stack_get_base: () => number;
  readonly _PyThreadState_Get: () => number;
  readonly _PyUnstable_ThreadState_SetStackProtection: (state: number, start: number, size: number) => number;
}

/**
 * Guard an interpreter that has just been booted or restored, and has the packages on its path.
 * @param exports what its WebAssembly instance exports.
 */
export function guardStack(pyodide: PyodideAPI, exports: WebAssembly.Exports): void {
  // Pyodide keeps its module to itself in its types.
  const module = (pyodide as unknown as { readonly _module: StackModule })._module;
  const top = module._emscripten_stack_get_base();
  module._PyUnstable_ThreadState_SetStackProtection(
    module._PyThreadState_Get(),
    top - PYTHON_STACK,
    PYTHON_STACK,
  );
  const {
    __indirect_function_table: table,
    _emscripten_stack_alloc: take,
    _emscripten_stack_restore: giveBack,
  } = exports;
  if (!(table instanceof WebAssembly.Table) || !take || !giveBack)
    throw new Error('this WebAssembly shows neither its table nor its stack');
  const containers = pyodide.pyimport('redgreen_runner.containers') as { addresses: () => string };
  const slots = new Set(
    containers
      .addresses()
      .split(',')
      .map((type) => module.HEAPU32[(Number(type) + DEALLOC_OFFSET) >> 2] ?? 0),
  );
  const counting = new WebAssembly.Module(countingModule(FREEING_COUNTS));
  for (const slot of slots) {
    const free: unknown = table.get(slot);
    const instance = new WebAssembly.Instance(counting, {
      stack: { take, giveBack },
      python: { free: free as WebAssembly.ExportValue },
    });
    table.set(slot, instance.exports.free);
  }
}

/**
 * A WebAssembly module around a function that frees an object. In the text format:
 *
 *     (module
 *       (import "stack" "take" (func $take (param i32) (result i32)))
 *       (import "stack" "giveBack" (func $giveBack (param i32)))
 *       (import "python" "free" (func $free (param i32)))
 *       (func (export "free") (param $object i32) (local $stack i32)
 *         (local.set $stack (call $take (i32.const bytes)))
 *         (call $free (local.get $object))
 *         (call $giveBack (i32.add (local.get $stack) (i32.const bytes)))))
 *
 * A function of JavaScript would do the same, ten times slower: freeing is what Python does most.
 */
function countingModule(bytes: number): Uint8Array<ArrayBuffer> {
  const I32 = 0x7f;
  const FUNCTION = 0x60;
  const types = [2, FUNCTION, 1, I32, 0, FUNCTION, 1, I32, 1, I32];
  const imports = [
    3,
    ...[...text('stack'), ...text('take'), 0, 1],
    ...[...text('stack'), ...text('giveBack'), 0, 0],
    ...[...text('python'), ...text('free'), 0, 0],
  ];
  const count = [0x41, ...signed(bytes)];
  const body = [
    ...[1, 1, I32],
    ...[...count, 0x10, 0, 0x21, 1],
    ...[0x20, 0, 0x10, 2],
    ...[0x20, 1, ...count, 0x6a, 0x10, 1, 0x0b],
  ];
  return new Uint8Array([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, types),
    ...section(2, imports),
    ...section(3, [1, 0]),
    ...section(7, [1, ...text('free'), 0, 3]),
    ...section(10, [1, body.length, ...body]),
  ]);
}

/** All sections here are shorter than 128 bytes, so that their length is one byte. */
function section(id: number, bytes: readonly number[]): number[] {
  return [id, bytes.length, ...bytes];
}

function text(name: string): number[] {
  return [name.length, ...new TextEncoder().encode(name)];
}

/** A number as signed LEB128. */
function signed(value: number): number[] {
  const low = value & 0x7f;
  const rest = value >> 7;
  return rest === 0 && (low & 0x40) === 0 ? [low] : [low | 0x80, ...signed(rest)];
}
