/**
 * Boots Pyodide and runs pytest in it. No DOM, no Node: the sandbox's worker, verify and the
 * snapshot build all come through here, so that they cannot differ.
 */
import type { loadPyodide, PyodideAPI } from 'pyodide';
import { PACKAGES_PATH, mountArchives, mountFile, type Archives, type FileSystem } from './archives.ts';
import type { Bytes } from './bytes.ts';
import { movableClock } from './clock.ts';
import { restoringConfig, type FreshInstance, type Snapshot } from './snapshot.ts';
import { guardStack } from './stack-guard.ts';

type PyodideConfig = NonNullable<Parameters<typeof loadPyodide>[0]>;

/**
 * A fixed seed for hashes: pytest lists the differing items of a dict in the order of a set, and a page must say
 * the same thing whenever its snapshot was made.
 */
export const FIXED_ENVIRONMENT = { PYTHONHASHSEED: '0' };

/** The folder of a run; always the same, since each interpreter serves one run. */
export const RUN_ROOT = '/home/pyodide/project';

export interface InterpreterParts {
  readonly loadPyodide: typeof loadPyodide;
  /** How this host reaches Pyodide's own files. */
  readonly config: PyodideConfig & Required<Pick<PyodideConfig, 'createPyodideModule'>>;
  /** The last WebAssembly instance of this host as it was before any code ran in it. */
  readonly fresh: () => FreshInstance;
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

  /** Import from these archives from now on: first from what has come of them, later from all. */
  useArchives(archives: Archives<Bytes>): void {
    mountArchives(this.files, archives);
  }

  /** Import a module from a folder that is on Python's path for just this. */
  importFrom(folder: string, module: string): unknown {
    const sys = this.#pyodide.pyimport('sys') as {
      path: { append: (entry: string) => void; remove: (entry: string) => void };
    };
    sys.path.append(folder);
    try {
      return this.#pyodide.pyimport(module);
    } finally {
      sys.path.remove(folder);
    }
  }

  get files(): FileSystem {
    return fileSystem(this.#pyodide);
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
 * Bring an interpreter back from a snapshot: pytest and Celery are imported and warm. It needs its archives still.
 * @throws whatever is wrong with the snapshot; an ordinary boot then gives the same verdicts.
 */
export async function restoreInterpreter(parts: InterpreterParts, snapshot: Snapshot): Promise<Interpreter> {
  const { config, fresh } = parts;
  const restoring = restoringConfig(snapshot, config.createPyodideModule, fresh);
  const pyodide = await parts.loadPyodide({ ...config, ...restoring });
  guardStack(pyodide, fresh().exports);
  return new Interpreter(pyodide);
}

/** Boot Python and import what every run needs. @param packages the whole archive */
export async function bootInterpreter(parts: InterpreterParts, packages: Bytes): Promise<Interpreter> {
  const pyodide = await parts.loadPyodide({ ...parts.config, env: FIXED_ENVIRONMENT });
  mountPackages(pyodide, packages);
  guardStack(pyodide, parts.fresh().exports);
  parts.onImporting?.();
  pyodide.pyimport('redgreen_runner.entry');
  return new Interpreter(pyodide);
}

/** Emscripten's file system, as the types of Pyodide do not resolve it. */
export function fileSystem(pyodide: PyodideAPI): FileSystem {
  return pyodide.FS as FileSystem;
}

/** Put the packages on Python's path. */
export function mountPackages(pyodide: PyodideAPI, packages: Bytes): void {
  mountFile(fileSystem(pyodide), PACKAGES_PATH, packages);
  const path = (pyodide.pyimport('sys') as { path: { append: (entry: string) => void } }).path;
  path.append(PACKAGES_PATH);
}
