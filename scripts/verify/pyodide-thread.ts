/** One thread, one Pyodide from the snapshot, one run. */
import { parentPort, workerData } from 'node:worker_threads';
import { loadPyodide } from 'pyodide';
import createPyodideModule from 'pyodide/pyodide.asm.mjs';
import { restoreInterpreter } from '../../src/interpreter/interpreter.ts';
import { watchInstantiation } from '../runtime/node-wasm.ts';
import type { ThreadOrder, ThreadReport } from './pyodide-host.ts';

const order = workerData as ThreadOrder;

async function main(): Promise<ThreadReport> {
  const events: string[] = [];
  try {
    const interpreter = await restoreInterpreter(
      {
        loadPyodide,
        config: { createPyodideModule, stdout: () => undefined, stderr: () => undefined },
        fresh: watchInstantiation(order.module).fresh,
        packages: order.packages,
      },
      order.snapshot,
    );
    interpreter.run(order.job, (json) => {
      events.push(json);
    });
    return { kind: 'events', events };
  } catch (problem) {
    return { kind: 'broken', detail: String(problem) };
  }
}

parentPort?.postMessage(await main());
