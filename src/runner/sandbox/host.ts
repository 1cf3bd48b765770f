/** Lets Pyodide find its files in memory: the sandbox has no network. */
import type { Archives } from '../../interpreter/archives.ts';
import { afterInstantiation, type FreshInstance } from '../../interpreter/snapshot.ts';

/** Where Pyodide believes its files are; the name can never resolve. */
export const ASSETS_ORIGIN = 'https://assets.invalid/';

/** Modules up to so many bytes are shared. */
const LONGEST_SHARED = 256;

export interface MemoryAssets {
  readonly module: WebAssembly.Module;
  /** Undefined for a restored interpreter: it gets its archives later. */
  readonly archives?: Archives<Blob>;
}

export interface MemoryHost {
  /** The last interpreter's WebAssembly as it was before any code ran in it. */
  readonly fresh: () => FreshInstance;
  /** Puts the browser's own functions back. */
  readonly restore: () => void;
}

/** Answer `fetch` and `WebAssembly.instantiateStreaming` from the given parts while Pyodide boots. */
export function answerFromMemory(assets: MemoryAssets): MemoryHost {
  let fresh: FreshInstance | undefined;
  const { fetch, FinalizationRegistry, WebAssembly } = globalThis;
  const { instantiateStreaming, Module } = WebAssembly;
  globalThis.fetch = (input) => Promise.resolve(answer(input, assets));
  // The module is compiled once, in the frame; Pyodide adds an import of its own, so only this step is replaced.
  WebAssembly.instantiateStreaming = async (_source, imports) => {
    const instance = await WebAssembly.instantiate(assets.module, imports);
    fresh = afterInstantiation(instance);
    return { instance, module: assets.module };
  };
  WebAssembly.Module = compilingOnce(Module);
  globalThis.FinalizationRegistry = NoFinalization;
  return {
    fresh: () => {
      if (!fresh) throw new Error('WebAssembly has not been instantiated yet');
      return fresh;
    },
    restore: () => {
      globalThis.fetch = fetch;
      WebAssembly.instantiateStreaming = instantiateStreaming;
      WebAssembly.Module = Module;
      globalThis.FinalizationRegistry = FinalizationRegistry;
    },
  };
}

/**
 * Pyodide gives what JavaScript no longer holds back to Python when the engine says so. WebKit says so even while a
 * blob is being read, in the middle of Python's own reading, and Pyodide ends the interpreter then. An interpreter
 * lives for one run: it can do without.
 */
class NoFinalization implements FinalizationRegistry<unknown> {
  readonly [Symbol.toStringTag] = 'FinalizationRegistry';
  register(): void {
    // Nothing is ever reported.
  }
  unregister(): boolean {
    return false;
  }
}

/**
 * Emscripten compiles a module of some fifty bytes for each function of JavaScript that it puts into its table. They
 * are hundreds, and differ only by their signature: one module for each will do.
 */
function compilingOnce(Module: typeof WebAssembly.Module): typeof WebAssembly.Module {
  const compiled = new Map<string, WebAssembly.Module>();
  return new Proxy(Module, {
    construct: (target, [bytes]: [BufferSource]) => {
      const key = bytes instanceof Uint8Array && bytes.length <= LONGEST_SHARED ? bytes.join() : '';
      const module = compiled.get(key) ?? new target(bytes);
      if (key !== '') compiled.set(key, module);
      return module;
    },
  });
}

function answer(input: RequestInfo | URL, assets: MemoryAssets): Response {
  const url = input instanceof Request ? input.url : String(input);
  if (url === `${ASSETS_ORIGIN}python_stdlib.zip`) {
    return new Response(assets.archives?.standardLibrary);
  }
  // instantiateStreaming above never reads this.
  if (url === `${ASSETS_ORIGIN}pyodide.asm.wasm`) return new Response();
  return new Response(null, { status: 404 });
}
