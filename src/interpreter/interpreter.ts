/**
 * Boots Pyodide and runs pytest in it. No DOM, no Node: the sandbox's worker, verify and the
 * snapshot build all come through here, so that they cannot differ.
 */
import type { loadPyodide, PyodideAPI } from 'pyodide';
import { movableClock } from './clock.ts';
import { restoringConfig, type FreshInstance } from './snapshot.ts';
import { guardStack } from './stack-guard.ts';

type PyodideConfig = NonNullable<Parameters<typeof loadPyodide>[0]>;

/** Where the packages lie in the interpreter: one zip on `sys.path`, as unpacking 950 files takes longer. */
const PACKAGES_PATH = '/lib/redgreen/packages.zip';

/**
 * A fixed seed for hashes: pytest lists the differing items of a dict in the order of a set, and a page must say
 * the same thing whenever its snapshot was made.
 */
const FIXED_ENVIRONMENT = { PYTHONHASHSEED: '0' };

/** The folder of a run; always the same, since each interpreter serves one run. */
export const RUN_ROOT = '/home/pyodide/project';

export interface InterpreterParts {
  readonly loadPyodide: typeof loadPyodide;
  /** How this host reaches Pyodide's own files. */
  readonly config: PyodideConfig & Required<Pick<PyodideConfig, 'createPyodideModule'>>;
  /** The last WebAssembly instance of this host as it was before any code ran in it. */
  readonly fresh: () => FreshInstance;
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
      run_in_browser: (
        request: string,
        send: (json: string) => void,
        skip: (seconds: number) => void,
      ) => void;
    };
    const asked = JSON.stringify({ root: RUN_ROOT, ...request });
    entry.run_in_browser(asked, onEvent, movableClock(globalThis));
  }
}

/**
 * Bring an interpreter back from a packed snapshot: pytest and Celery are imported and warm.
 * @throws whatever is wrong with the snapshot; an ordinary boot then gives the same verdicts.
 */
export async function restoreInterpreter(parts: InterpreterParts, packed: Uint8Array): Promise<Interpreter> {
  const { config, fresh } = parts;
  const restoring = restoringConfig(packed, config.createPyodideModule, fresh);
  const pyodide = await parts.loadPyodide({ ...config, ...restoring });
  guardStack(pyodide, fresh().exports);
  writePackages(pyodide, parts.packages);
  return new Interpreter(pyodide);
}

/** Boot Python and import what every run needs. */
export async function bootInterpreter(parts: InterpreterParts): Promise<Interpreter> {
  const pyodide = await parts.loadPyodide({ ...parts.config, env: FIXED_ENVIRONMENT });
  guardStack(pyodide, parts.fresh().exports);
  mountPackages(pyodide, parts.packages);
  parts.onImporting?.();
  pyodide.pyimport('redgreen_runner.entry');
  return new Interpreter(pyodide);
}

/**
 * For the build: boot with `_makeSnapshot` in the configuration, warm up, and give the memory as Pyodide
 * writes it.
 */
export async function makeSnapshot(parts: InterpreterParts): Promise<Uint8Array> {
  const pyodide = await parts.loadPyodide({ ...parts.config, env: FIXED_ENVIRONMENT, _makeSnapshot: true });
  mountPackages(pyodide, parts.packages);
  const warm = pyodide.pyimport('redgreen_runner.warm') as { warm_up: () => void; destroy: () => void };
  warm.warm_up();
  // Proxies live in tables that a snapshot cannot hold.
  warm.destroy();
  return pyodide.makeMemorySnapshot();
}

/** The part of Emscripten's file system that is used here; Pyodide's own types of it do not resolve. */
interface FileSystem {
  mkdirTree(path: string): void;
  writeFile(path: string, data: Uint8Array): void;
}

function writePackages(pyodide: PyodideAPI, packages: Uint8Array): void {
  const files = pyodide.FS as FileSystem;
  files.mkdirTree(PACKAGES_PATH.slice(0, PACKAGES_PATH.lastIndexOf('/')));
  files.writeFile(PACKAGES_PATH, packages);
}

function mountPackages(pyodide: PyodideAPI, packages: Uint8Array): void {
  writePackages(pyodide, packages);
  const path = (pyodide.pyimport('sys') as { path: { append: (entry: string) => void } }).path;
  path.append(PACKAGES_PATH);
}
