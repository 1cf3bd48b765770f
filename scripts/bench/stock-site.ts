/** Puts together the plain page that the runner is compared with, served in the same way as our own pages. */
import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadBackend } from '../../src/patterns/load.ts';
import { runFiles, type Pattern } from '../../src/patterns/pattern.ts';
import { BROWSER_WHEELS } from './wheels.ts';

const PYODIDE = 'node_modules/pyodide';
const PYODIDE_FILES = [
  'pyodide.mjs',
  'pyodide.asm.mjs',
  'pyodide.asm.wasm',
  'python_stdlib.zip',
  'pyodide-lock.json',
];

/** One run of the page: the files and pytest's arguments. */
export interface StockRun {
  readonly files: Readonly<Record<string, string>>;
  readonly arguments: readonly string[];
}

/** The runs that both pages and native pytest are given: the first wrong and the first right variant. */
export function runsOf(pattern: Pattern): StockRun[] {
  const backend = loadBackend();
  return (['wrong', 'right'] as const).map((kind) => {
    const variant = pattern.variants.find((one) => one.kind === kind);
    if (!variant) throw new Error(`${pattern.code} has no ${kind} variant`);
    return { files: runFiles(backend, variant.files), arguments: variant.arguments };
  });
}

/** Write the page into `folder`. Its large files lie under `runtime/`, which hosts let browsers keep, as ours do. */
export function makeStockSite(folder: string, runs: readonly StockRun[]): void {
  const runtime = join(folder, 'runtime');
  mkdirSync(runtime, { recursive: true });
  cpSync('scripts/bench/stock', folder, { recursive: true });
  for (const file of PYODIDE_FILES) cpSync(join(PYODIDE, file), join(runtime, file));
  const wheels = readdirSync(BROWSER_WHEELS).filter((file) => file.endsWith('.whl'));
  for (const wheel of wheels) cpSync(join(BROWSER_WHEELS, wheel), join(runtime, wheel));
  writeFileSync(join(folder, 'order.json'), JSON.stringify({ wheels, variants: runs }));
}
