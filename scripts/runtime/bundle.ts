/** Bundles scripts that run beside the page: each must be one self-contained classic script. */
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';

/** Bundle one entry into a classic script. @param define values put in for names, as JavaScript */
export async function bundleScript(entry: string, define: Record<string, string> = {}): Promise<string> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    // Pyodide reaches for these only under Node.
    external: ['node:*', 'ws', 'module'],
    define: {
      'import.meta.url': '"https://assets.invalid/worker.js"',
      PYODIDE_LOCK: JSON.stringify(emptyLock()),
      ...define,
    },
    logLevel: 'error',
  });
  const output = result.outputFiles[0];
  if (!output) throw new Error(`${entry}: esbuild gave no output`);
  return output.text;
}

/** Pyodide wants a lock file; ours lists no packages, so nothing can be installed at run time. */
function emptyLock(): string {
  const lock = JSON.parse(readFileSync('node_modules/pyodide/pyodide-lock.json', 'utf8')) as object;
  return JSON.stringify({ ...lock, packages: {} });
}
