/** Lets Pyodide find its files in memory: the sandbox has no network. */

/** Where Pyodide believes its files are; the name can never resolve. */
export const ASSETS_ORIGIN = 'https://assets.invalid/';

export interface MemoryAssets {
  readonly module: WebAssembly.Module;
  readonly standardLibrary: ArrayBuffer;
}

/**
 * Answer `fetch` and `WebAssembly.instantiateStreaming` from the given parts while Pyodide boots.
 * @returns puts the browser's own functions back.
 */
export function answerFromMemory(assets: MemoryAssets): () => void {
  const { fetch, WebAssembly } = globalThis;
  const { instantiateStreaming } = WebAssembly;
  globalThis.fetch = (input) => Promise.resolve(answer(input, assets));
  // The module is compiled once, in the frame; Pyodide adds an import of its own, so only this step is replaced.
  WebAssembly.instantiateStreaming = async (_source, imports) => {
    const instance = await WebAssembly.instantiate(assets.module, imports);
    return { instance, module: assets.module };
  };
  return () => {
    globalThis.fetch = fetch;
    WebAssembly.instantiateStreaming = instantiateStreaming;
  };
}

function answer(input: RequestInfo | URL, assets: MemoryAssets): Response {
  const url = input instanceof Request ? input.url : String(input);
  if (url === `${ASSETS_ORIGIN}python_stdlib.zip`) return new Response(assets.standardLibrary);
  // instantiateStreaming above never reads this.
  if (url === `${ASSETS_ORIGIN}pyodide.asm.wasm`) return new Response();
  return new Response(null, { status: 404 });
}
