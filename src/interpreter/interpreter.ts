/**
 * Boots Pyodide and runs pytest in it. No DOM, no Node: the sandbox's worker, verify and the
 * snapshot build all come through here, so that they cannot differ.
 */
import type { loadPyodide, PyodideAPI } from 'pyodide';

type PyodideConfig = NonNullable<Parameters<typeof loadPyodide>[0]>;

/** Where the packages lie in the interpreter: one zip on `sys.path`, as unpacking 950 files takes longer. */
const PACKAGES_PATH = '/lib/redgreen/packages.zip';

/** The folder of a run; always the same, since each interpreter serves one run. */
export const RUN_ROOT = '/home/pyodide/project';

export interface InterpreterParts {
  readonly loadPyodide: typeof loadPyodide;
  /** How this host reaches Pyodide's own files. */
  readonly config: PyodideConfig;
  /** The zip of Python packages, `redgreen_runner` among them. */
  readonly packages: Uint8Array;
  /** Python is up; what follows is importing pytest and Celery. */
  readonly onImporting?: () => void;
}

export interface RunRequest {
  /** File texts by path, relative to the run's folder. */
  readonly files: Readonly<Record<string, string>>;
  /** pytest's arguments: test files in the order to run them, options. */
  readonly arguments: readonly string[];
}

/** One fresh Python; good for one run (Celery keeps tasks in process-wide state). */
export class Interpreter {
  readonly #pyodide: PyodideAPI;

  constructor(pyodide: PyodideAPI) {
    this.#pyodide = pyodide;
  }

  /**
   * Run pytest over the files; returns when it is done.
   * @param onEvent takes each event as JSON text, see `events.ts`.
   * @throws whatever takes Python itself down (out of memory, `os._exit`): a fault, not a verdict.
   */
  run(request: RunRequest, onEvent: (json: string) => void): void {
    const entry = this.#pyodide.pyimport('redgreen_runner.entry') as {
      run_in_browser: (request: string, send: (json: string) => void) => void;
    };
    entry.run_in_browser(JSON.stringify({ root: RUN_ROOT, ...request }), onEvent);
  }
}

/** Boot Python and import what every run needs. */
export async function bootInterpreter(parts: InterpreterParts): Promise<Interpreter> {
  const pyodide = await parts.loadPyodide(parts.config);
  mountPackages(pyodide, parts.packages);
  parts.onImporting?.();
  pyodide.pyimport('redgreen_runner.entry');
  return new Interpreter(pyodide);
}

function mountPackages(pyodide: PyodideAPI, packages: Uint8Array): void {
  pyodide.FS.mkdirTree(PACKAGES_PATH.slice(0, PACKAGES_PATH.lastIndexOf('/')));
  pyodide.FS.writeFile(PACKAGES_PATH, packages);
  const path = (pyodide.pyimport('sys') as { path: { append: (entry: string) => void } }).path;
  path.append(PACKAGES_PATH);
}
