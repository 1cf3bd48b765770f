/** Runs tests in the very Pyodide that the site ships, under Node: one thread and one interpreter a run. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Archives } from '../../src/interpreter/archives.ts';
import { layOutArchives, wholeArchives, type LaidOut } from '../runtime/archives.ts';
import { cachedSnapshot } from '../runtime/build-snapshot.ts';
import { snapshotSources } from '../runtime/make-snapshot.ts';
import { RUN_LIMIT, resultOf, type Host, type HostRun, type RunJob } from './host.ts';
import { archiveReads } from './reads.ts';

/** How an interpreter is brought back decides on verdicts too: the stack it may use, its clock, its seed. */
const INTERPRETER_SOURCES = ['archives', 'bytes', 'clock', 'interpreter', 'snapshot', 'stack-guard'].map(
  (name) => `src/interpreter/${name}.ts`,
);

/** What the thread answers. */
export type ThreadReport =
  | { readonly kind: 'events'; readonly events: readonly string[]; readonly reads: readonly string[] }
  | { readonly kind: 'broken'; readonly detail: string };

export interface ThreadOrder {
  readonly module: WebAssembly.Module;
  readonly archives: Archives<Uint8Array>;
  readonly snapshot: Uint8Array;
  readonly job: RunJob;
}

export async function pyodideHost(): Promise<Host> {
  const laidOut = layOutArchives();
  const archives = wholeArchives(laidOut);
  const wasm = readFileSync('node_modules/pyodide/pyodide.asm.wasm');
  const module = await WebAssembly.compile(wasm);
  const snapshot = await cachedSnapshot(archives);
  return {
    name: 'pyodide',
    fingerprint: fingerprint(laidOut, wasm),
    run: async (job) => await runInThread({ module, archives, snapshot, job }),
    close: () => Promise.resolve(),
  };
}

/** Of what decides on a result. The order of the files in an archive does not. */
function fingerprint(laidOut: LaidOut, wasm: Uint8Array): string {
  const hash = createHash('sha256').update(wasm);
  for (const { content } of Object.values(laidOut)) hash.update(content);
  for (const file of [...INTERPRETER_SOURCES, ...snapshotSources()]) hash.update(readFileSync(file));
  return hash.digest('hex');
}

/** Megabytes of stack that a worker has in Chromium, the least of the engines: what holds here holds there. */
const THINNEST_STACK = 0.5;

function runInThread(order: ThreadOrder): Promise<HostRun> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./pyodide-thread.ts', import.meta.url), {
      workerData: order,
      resourceLimits: { stackSizeMb: THINNEST_STACK },
    });
    const timer = setTimeout(() => {
      end(() => {
        reject(new Error(`Pyodide was still running after ${RUN_LIMIT} s`));
      });
    }, RUN_LIMIT * 1000);
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      void thread.terminate();
      settle();
    };
    thread.once('message', (report: ThreadReport) => {
      end(() => {
        if (report.kind === 'broken') reject(new Error(`Pyodide broke off: ${report.detail}`));
        else resolve({ result: resultOf(report.events, 'Pyodide'), reads: archiveReads(report.reads) });
      });
    });
    thread.once('error', (problem: Error) => {
      end(() => {
        reject(problem);
      });
    });
  });
}
