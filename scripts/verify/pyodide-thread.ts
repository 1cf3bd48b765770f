/** One thread, one Pyodide from the snapshot, one run. */
import { parentPort, workerData } from 'node:worker_threads';
import { loadPyodide } from 'pyodide';
import createPyodideModule from 'pyodide/pyodide.asm.mjs';
import { bytesOf } from '../../src/interpreter/bytes.ts';
import { restoreInterpreter, type Interpreter } from '../../src/interpreter/interpreter.ts';
import { headerOf } from '../../src/interpreter/snapshot.ts';
import { watchInstantiation } from '../runtime/node-wasm.ts';
import { layPackage } from '../runtime/python-folder.ts';
import type { ThreadOrder, ThreadReport } from './pyodide-host.ts';

/** A folder that is on Python's path for one import. */
const VERIFY_AT = '/tmp/verify';

const order = workerData as ThreadOrder;

async function main(): Promise<ThreadReport> {
  const events: string[] = [];
  const packed = bytesOf(order.snapshot);
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
      { header: headerOf(packed), packed: () => packed },
    );
    const { standardLibrary, packages } = order.archives;
    interpreter.useArchives({ standardLibrary: bytesOf(standardLibrary), packages: bytesOf(packages) });
    const reads = watchReads(interpreter);
    interpreter.run(order.job, (json) => {
      events.push(json);
    });
    return { kind: 'events', events, reads: reads() };
  } catch (problem) {
    return { kind: 'broken', detail: String(problem) };
  }
}

/** Has the interpreter note what it reads; the notes are asked for after the run. */
function watchReads(interpreter: Interpreter): () => readonly string[] {
  layPackage(interpreter.files, 'python/redgreen_verify', VERIFY_AT);
  const reads = interpreter.importFrom(VERIFY_AT, 'redgreen_verify.reads') as {
    watch: () => void;
    noted: () => string;
  };
  reads.watch();
  return () => JSON.parse(reads.noted()) as readonly string[];
}

parentPort?.postMessage(await main());
