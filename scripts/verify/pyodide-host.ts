/** Runs tests in the very Pyodide that the site ships, under Node: one thread and one interpreter a run. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { cachedSnapshot } from '../runtime/build-snapshot.ts';
import { packPackages } from '../runtime/packages.ts';
import { RUN_LIMIT, resultOf, type Host, type RunJob } from './host.ts';
import type { RunResult } from '../../src/interpreter/result.ts';

const INTERPRETER_SOURCES = ['clock', 'interpreter', 'snapshot', 'stack-guard'].map(
  (name) => `src/interpreter/${name}.ts`,
);

/** What the thread answers. */
export type ThreadReport =
  | { readonly kind: 'events'; readonly events: readonly string[] }
  | { readonly kind: 'broken'; readonly detail: string };

export interface ThreadOrder {
  readonly module: WebAssembly.Module;
  readonly packages: Uint8Array;
  readonly snapshot: Uint8Array;
  readonly job: RunJob;
}

export async function pyodideHost(): Promise<Host> {
  const packages = packPackages('.cache/python/browser', 'python/redgreen_runner').zip;
  const wasm = readFileSync('node_modules/pyodide/pyodide.asm.wasm');
  const hash = createHash('sha256').update(packages).update(wasm);
  // How an interpreter is brought back decides on verdicts too: the stack it may use, its clock, its seed.
  for (const file of INTERPRETER_SOURCES) hash.update(readFileSync(file));
  const module = await WebAssembly.compile(wasm);
  const snapshot = await cachedSnapshot(packages);
  return {
    name: 'pyodide',
    fingerprint: hash.digest('hex'),
    run: async (job) => await runInThread({ module, packages, snapshot, job }),
    close: () => Promise.resolve(),
  };
}

/** Megabytes of stack that a worker has in Chromium, the least of the engines: what holds here holds there. */
const THINNEST_STACK = 0.5;

function runInThread(order: ThreadOrder): Promise<RunResult> {
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
        else resolve(resultOf(report.events, 'Pyodide'));
      });
    });
    thread.once('error', (problem: Error) => {
      end(() => {
        reject(problem);
      });
    });
  });
}
