/** One thread, one Pyodide from the snapshot, one run. */
import { parentPort, workerData } from 'node:worker_threads';
import { loadPyodide } from 'pyodide';
import createPyodideModule from 'pyodide/pyodide.asm.mjs';
import { PACKAGES_PATH, STANDARD_LIBRARY_PATH, watchReads } from '../../src/interpreter/archives.ts';
import { restoreInterpreter, type Interpreter } from '../../src/interpreter/interpreter.ts';
import { watchInstantiation } from '../runtime/node-wasm.ts';
import type { ArchiveReads } from './reads.ts';
import type { ThreadOrder, ThreadReport } from './pyodide-host.ts';

const order = workerData as ThreadOrder;

async function main(): Promise<ThreadReport> {
  const events: string[] = [];
  try {
    const interpreter = await restoreInterpreter(
      {
        loadPyodide,
        config: {
          createPyodideModule,
          stdout: () => undefined,
          stderr: () => undefined,
        },
        fresh: watchInstantiation(order.module).fresh,
      },
      order.snapshot,
    );
    interpreter.complete(order.archives);
    const reads = watchArchives(interpreter);
    interpreter.run(order.job, (json) => {
      events.push(json);
    });
    return { kind: 'events', events, reads };
  } catch (problem) {
    return { kind: 'broken', detail: String(problem) };
  }
}

function watchArchives(interpreter: Interpreter): ArchiveReads {
  const reads = { standardLibrary: new Set<number>(), packages: new Set<number>() };
  watchReads(interpreter.files, STANDARD_LIBRARY_PATH, (position) => reads.standardLibrary.add(position));
  watchReads(interpreter.files, PACKAGES_PATH, (position) => reads.packages.add(position));
  return reads;
}

parentPort?.postMessage(await main());
