/** Under Node: lets Pyodide use a module compiled before, and shows its memory before any code has run. */
import { afterInstantiation, type BaseMemory } from '../../src/interpreter/snapshot.ts';

/**
 * From now on, in this thread, WebAssembly bytes given to `instantiate` stand for `module`.
 * @returns the base memory of the last instance, and what puts things back.
 */
export function watchInstantiation(module: WebAssembly.Module): {
  base: () => BaseMemory;
  restore: () => void;
} {
  const original = WebAssembly.instantiate;
  let base: BaseMemory | undefined;
  const replacement = async (
    source: BufferSource | WebAssembly.Module,
    imports?: WebAssembly.Imports,
  ): Promise<WebAssembly.Instance | WebAssembly.WebAssemblyInstantiatedSource> => {
    // Pyodide instantiates small helper modules too; only the interpreter is large.
    if (source instanceof WebAssembly.Module || source.byteLength < 1_000_000) {
      return await original(source as BufferSource, imports);
    }
    const instance = await original(module, imports);
    base = afterInstantiation(instance);
    return { instance, module };
  };
  WebAssembly.instantiate = replacement as typeof WebAssembly.instantiate;
  return {
    base: () => {
      if (!base) throw new Error('WebAssembly has not been instantiated yet');
      return base;
    },
    restore: () => {
      WebAssembly.instantiate = original;
    },
  };
}
