/* global location, window */
// The plain page that the bench compares with: Pyodide as it comes, the same wheels, the same files.
const start = performance.now();
const [{ loadPyodide }, order, program] = await Promise.all([
  import('./runtime/pyodide.mjs'),
  fetch('order.json').then((response) => response.json()),
  fetch('run.py').then((response) => response.text()),
]);
const pyodide = await loadPyodide({ indexURL: new URL('runtime/', location.href).href });
await pyodide.loadPackage(order.wheels.map((wheel) => new URL(`runtime/${wheel}`, location.href).href));
pyodide.FS.writeFile('run_stock.py', program);
const { run } = pyodide.pyimport('run_stock');

/** Runs every variant; gives milliseconds and pytest's exit codes. */
window.stockRun = (from) => {
  const exitCodes = order.variants.map((variant) => run(JSON.stringify(variant)));
  window.stockResult = { milliseconds: performance.now() - from, exitCodes };
  return window.stockResult;
};
window.stockRun(0);
console.debug(`ready and run after ${Math.round(performance.now() - start)} ms`);
