/** One thread, one Pyodide, one run. */
import { parentPort, workerData } from 'node:worker_threads';
import { loadPyodide } from 'pyodide';
import { bootInterpreter } from '../../src/interpreter/interpreter.ts';
import type { ThreadOrder, ThreadReport } from './pyodide-host.ts';

const order = workerData as ThreadOrder;

async function main(): Promise<ThreadReport> {
  const events: string[] = [];
  try {
    const interpreter = await bootInterpreter({
      loadPyodide,
      config: { stdout: () => undefined, stderr: () => undefined },
      packages: order.packages,
    });
    interpreter.run(order.job, (json) => {
      events.push(json);
    });
    return { kind: 'events', events };
  } catch (problem) {
    return { kind: 'broken', detail: String(problem) };
  }
}

parentPort?.postMessage(await main());
