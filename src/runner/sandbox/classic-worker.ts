/**
 * Prepares the worker's globals. Must be imported before Pyodide: its loader refuses classic workers, and tells one by whether
 * `importScripts` works. In an opaque origin only a classic worker starts, and Pyodide needs nothing
 * that a classic worker lacks once its parts are bundled. So `importScripts` is made to fail.
 */
Object.defineProperty(self, 'importScripts', {
  value: (): never => {
    throw new TypeError('importScripts is not available in this worker');
  },
});

// Nested workers would escape the limits on memory and time; nothing here needs them.
for (const name of ['Worker', 'SharedWorker']) {
  Object.defineProperty(self, name, { value: undefined });
}

export {};
