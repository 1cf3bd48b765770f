/** The worker's entry: one fresh Python, one run. Wiring only; booting is the interpreter's job. */
import './classic-worker.ts';
import createPyodideModule from 'pyodide/pyodide.asm.mjs';
import { loadPyodide } from 'pyodide';
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

limitMemory();
let interpreter: Interpreter | undefined;
// Taken before any of the reader's Python runs, so that replacing them inside changes nothing here.
const post = self.postMessage.bind(self);

function report(message: WorkerReport): void {
  post(message);
}

self.onmessage = (event: MessageEvent<WorkerOrder>) => {
  const message = event.data;
  switch (message.kind) {
    case 'boot':
      void boot(message);
      break;
    case 'run':
      run(message);
      break;
  }
};

async function boot(order: WorkerOrder & { kind: 'boot' }): Promise<void> {
  const host = answerFromMemory(order);
  try {
    report({ kind: 'stage', stage: 'starting' });
    interpreter = await restoreOrBoot(order, host);
    report({ kind: 'ready' });
  } catch (problem) {
    report({ kind: 'crashed', detail: describe(problem) });
  } finally {
    host.restore();
  }
}

/** From the snapshot if that works here; an ordinary boot takes longer and gives the same verdicts. */
async function restoreOrBoot(order: WorkerOrder & { kind: 'boot' }, host: MemoryHost): Promise<Interpreter> {
  const parts: InterpreterParts = {
    loadPyodide,
    config: {
      createPyodideModule,
      indexURL: ASSETS_ORIGIN,
      lockFileContents: PYODIDE_LOCK,
      // What Python prints outside of a run concerns nobody; in a run the plugin has the streams.
      stdout: () => undefined,
      stderr: () => undefined,
    },
    fresh: host.fresh,
    packages: new Uint8Array(order.packages),
    onImporting: () => {
      report({ kind: 'stage', stage: 'importing' });
    },
  };
  try {
    return await restoreInterpreter(parts, new Uint8Array(order.snapshot));
  } catch (problem) {
    report({ kind: 'restore-failed', detail: describe(problem) });
    return await bootInterpreter(parts);
  }
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
