/** The worker's entry: one fresh Python, one run. Wiring only; booting is the interpreter's job. */
import './classic-worker.ts';
import createPyodideModule from 'pyodide/pyodide.asm.mjs';
import { loadPyodide } from 'pyodide';
import type { Archives } from '../../interpreter/archives.ts';
import {
  bootInterpreter,
  restoreInterpreter,
  type Interpreter,
  type InterpreterParts,
} from '../../interpreter/interpreter.ts';
import type { WorkerOrder, WorkerReport } from '../protocol.ts';
import { limitMemory } from './memory-limit.ts';
import { ASSETS_ORIGIN, answerFromMemory, type MemoryHost } from './host.ts';

/** Pyodide's lock file without its packages, put in by the build: nothing is ever installed at run time. */
declare const PYODIDE_LOCK: string;

type BootOrder = WorkerOrder & { kind: 'boot' };

limitMemory();
let interpreter: Interpreter | undefined;
/** Set where the snapshot did not work and the archives were not whole: the boot goes on when they are. */
let waiting: BootOrder | undefined;
/** The whole archives, once they have come. */
let whole: Archives | undefined;
// Taken before any of the reader's Python runs, so that replacing them inside changes nothing here.
const post = self.postMessage.bind(self);

function report(message: WorkerReport): void {
  post(message);
}

self.onmessage = (event: MessageEvent<WorkerOrder>) => {
  const message = event.data;
  switch (message.kind) {
    case 'boot':
      void start(message, restoreOrWait);
      break;
    case 'complete':
      complete(message.archives);
      break;
    case 'run':
      run(message);
      break;
  }
};

/** Make the interpreter, in one of two ways; undefined means that it has to wait for the whole archives. */
async function start(
  order: BootOrder,
  make: (order: BootOrder, host: MemoryHost) => Promise<Interpreter | undefined>,
): Promise<void> {
  const host = answerFromMemory(order);
  try {
    report({ kind: 'stage', stage: 'starting' });
    interpreter = await make(order, host);
    if (interpreter) {
      if (whole && !order.archives) interpreter.complete(whole);
      report({ kind: 'ready' });
    } else {
      waiting = order;
      bootWhole();
    }
  } catch (problem) {
    report({ kind: 'crashed', detail: describe(problem) });
  } finally {
    host.restore();
  }
}

/** They may come before, while or after Python starts. */
function complete(archives: Archives): void {
  whole = archives;
  interpreter?.complete(archives);
  bootWhole();
}

function bootWhole(): void {
  if (!waiting || !whole) return;
  const order = { ...waiting, archives: whole };
  waiting = undefined;
  void start(order, boot);
}

/** From the snapshot if that works here; an ordinary boot takes longer and gives the same verdicts. */
async function restoreOrWait(order: BootOrder, host: MemoryHost): Promise<Interpreter | undefined> {
  try {
    const restored = await restoreInterpreter(parts(host), new Uint8Array(order.snapshot));
    if (order.archives) restored.complete(order.archives);
    else restored.begin(order.ends);
    return restored;
  } catch (problem) {
    report({ kind: 'restore-failed', detail: describe(problem) });
    return order.archives ? await boot(order, host) : undefined;
  }
}

async function boot({ archives }: BootOrder, host: MemoryHost): Promise<Interpreter | undefined> {
  return archives && (await bootInterpreter(parts(host), archives.packages));
}

function parts({ fresh }: MemoryHost): InterpreterParts {
  return {
    loadPyodide,
    config: {
      createPyodideModule,
      indexURL: ASSETS_ORIGIN,
      lockFileContents: PYODIDE_LOCK,
      // What Python prints outside of a run concerns nobody; in a run the plugin has the streams.
      stdout: () => undefined,
      stderr: () => undefined,
    },
    fresh,
    onImporting: () => {
      report({ kind: 'stage', stage: 'importing' });
    },
  };
}

function run(order: WorkerOrder & { kind: 'run' }): void {
  if (!interpreter) {
    report({ kind: 'crashed', detail: 'asked to run before Python was ready' });
    return;
  }
  try {
    interpreter.run(order.request, (json) => {
      report({ kind: 'event', run: order.run, json });
    });
    report({ kind: 'end', run: order.run });
  } catch (problem) {
    report({ kind: 'crashed', detail: describe(problem) });
  }
}

function describe(problem: unknown): string {
  return problem instanceof Error ? `${problem.name}: ${problem.message}` : String(problem);
}
