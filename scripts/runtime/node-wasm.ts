/** Under Node: lets Pyodide use a module compiled before, and shows the instance before any code has run. */
import { afterInstantiation, type FreshInstance } from '../../src/interpreter/snapshot.ts';

/**
 * From now on, in this thread, WebAssembly bytes given to `instantiate` stand for `module`.
 * @returns the last instance as it was when fresh, and what puts things back.
 */
export function watchInstantiation(module: WebAssembly.Module): {
  fresh: () => FreshInstance;
  restore: () => void;
} {
  const original = WebAssembly.instantiate;
  let fresh: FreshInstance | undefined;
  const replacement = async (
    source: BufferSource | WebAssembly.Module,
    imports?: WebAssembly.Imports,
  ): Promise<WebAssembly.Instance | WebAssembly.WebAssemblyInstantiatedSource> => {
    // Pyodide instantiates small helper modules too; only the interpreter is large.
    if (source instanceof WebAssembly.Module || source.byteLength < 1_000_000) {
      return await original(source as BufferSource, imports);
    }
    const instance = await original(module, imports);
    fresh = afterInstantiation(instance);
    return { instance, module };
  };
  WebAssembly.instantiate = replacement as typeof WebAssembly.instantiate;
  return {
    fresh: () => {
      if (!fresh) throw new Error('WebAssembly has not been instantiated yet');
      return fresh;
    },
    restore: () => {
      WebAssembly.instantiate = original;
    },
  };
}
