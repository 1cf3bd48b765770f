/** Pyodide publishes this module without types; its loader takes it as an option as it is. */
declare module 'pyodide/pyodide.asm.mjs' {
  import type { loadPyodide } from 'pyodide';
  type Config = NonNullable<Parameters<typeof loadPyodide>[0]>;
  const createPyodideModule: NonNullable<Config['createPyodideModule']>;
  export default createPyodideModule;
}
