import { afterEach, beforeEach, expect, test } from 'vitest';
import { ASSETS_ORIGIN, answerFromMemory, type MemoryHost } from './host.ts';

/** The smallest module there is, and one with an empty custom section. */
const EMPTY = new Uint8Array([0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
const OTHER = new Uint8Array([...EMPTY, 0, 2, 1, 0x78]);

const original = {
  fetch: globalThis.fetch,
  FinalizationRegistry: globalThis.FinalizationRegistry,
  Module: WebAssembly.Module,
};
let host: MemoryHost;
beforeEach(() => {
  host = answerFromMemory({
    module: new original.Module(EMPTY),
    archives: { standardLibrary: new Blob(['library']), packages: new Blob([]) },
  });
});
afterEach(() => {
  host.restore();
});

test('Pyodide finds its library in memory, and nothing else anywhere', async () => {
  const library = await fetch(`${ASSETS_ORIGIN}python_stdlib.zip`);
  expect(await library.text()).toBe('library');
  expect((await fetch('https://example.com/')).status).toBe(404);
});

test('a small module is compiled once', () => {
  const module = new WebAssembly.Module(EMPTY);
  expect(module).toBeInstanceOf(WebAssembly.Module);
  expect(new WebAssembly.Module(new Uint8Array(EMPTY))).toBe(module);
  expect(new WebAssembly.Module(OTHER)).not.toBe(module);
  expect(() => new WebAssembly.Module(new Uint8Array([1]))).toThrow(WebAssembly.CompileError);
});

test('the browser has its own functions back afterwards', () => {
  host.restore();
  expect(globalThis.fetch).toBe(original.fetch);
  expect(WebAssembly.Module).toBe(original.Module);
  expect(globalThis.FinalizationRegistry).toBe(original.FinalizationRegistry);
});

test('nobody is told of an instance before there is one', () => {
  expect(() => host.fresh()).toThrow('WebAssembly has not been instantiated yet');
});
