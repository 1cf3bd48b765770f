/** The worker's entry: one fresh Python, one run. Wiring only; booting is the interpreter's job. */
import './classic-worker.ts';
import createPyodideModule from 'pyodide/pyodide.asm.mjs';
import { loadPyodide } from 'pyodide';
import type { Archives } from '../../interpreter/archives.ts';
import type { Bytes } from '../../interpreter/bytes.ts';
import {
  bootInterpreter,
  restoreInterpreter,
  type Interpreter,
  type InterpreterParts,
} from '../../interpreter/interpreter.ts';
import type { ArchiveEnds, SandboxMemory, WorkerOrder, WorkerReport, WorkerStart } from '../protocol.ts';
import { BlobBytes } from './blob-bytes.ts';
import { EndsBytes } from './ends-bytes.ts';
import { limitMemory } from './memory-limit.ts';
import { ASSETS_ORIGIN, answerFromMemory, type MemoryAssets, type MemoryHost } from './host.ts';
import { later } from './later.ts';

/** Pyodide's lock file without its packages, put in by the build: nothing is ever installed at run time. */
declare const PYODIDE_LOCK: string;

/** How much of the snapshot is read at once, in bytes: it is read once, from beginning to end. */
const SNAPSHOT_PIECE = 8 * 2 ** 20;

limitMemory();
let interpreter: Interpreter | undefined;
const memory = later<SandboxMemory>();
/** The whole archives, once they have come. */
let archives: Archives<Blob> | undefined;
const complete = later<Archives<Blob>>();
// Taken before any of the reader's Python runs, so that replacing them inside changes nothing here.
const post = self.postMessage.bind(self);

function report(message: WorkerReport): void {
  post(message);
}

self.onmessage = (event: MessageEvent<WorkerOrder>) => {
  const message = event.data;
  switch (message.kind) {
    case 'boot':
      void start(message);
      break;
    case 'memory':
      memory.come(message.memory);
      break;
    case 'complete':
      archives = message.archives;
      interpreter?.useArchives(wholeOf(archives));
      complete.come(archives);
      break;
    case 'run':
      run(message);
      break;
  }
};

async function start({ module, snapshotHeader }: WorkerOrder & { kind: 'boot' }): Promise<void> {
  report({ kind: 'stage', stage: 'starting' });
  const times = { began: performance.now(), asked: NaN, had: NaN };
  const packed = async (): Promise<BlobBytes> => {
    times.asked = performance.now();
    const { snapshot } = await memory.promise;
    times.had = performance.now();
    return new BlobBytes(snapshot, SNAPSHOT_PIECE);
  };
  try {
    interpreter = await restoreOrBoot(module, { header: snapshotHeader, packed });
    report({ kind: 'ready', took: startOf(times, performance.now()) });
  } catch (problem) {
    report({ kind: 'crashed', detail: describe(problem) });
  }
}

interface StartTimes {
  readonly began: number;
  /** When the snapshot was needed, and when it was there; not numbers where that never came to be. */
  readonly asked: number;
  readonly had: number;
}

function startOf({ began, asked, had }: StartTimes, ended: number): WorkerStart {
  const restored = !Number.isNaN(had);
  return {
    script: began,
    engine: (restored ? asked : ended) - began,
    waiting: restored ? had - asked : 0,
    restore: restored ? ended - had : 0,
  };
}

interface ComingSnapshot {
  readonly header: Uint8Array;
  readonly packed: () => Promise<BlobBytes>;
}

/** From the snapshot if that works here; an ordinary boot takes longer and gives the same verdicts. */
async function restoreOrBoot(
  module: WebAssembly.Module,
  { header, packed }: ComingSnapshot,
): Promise<Interpreter> {
  try {
    return await withHost({ module }, async (host) => {
      let bytes: BlobBytes | undefined;
      const read = async (): Promise<BlobBytes> => (bytes = await packed());
      const restored = await restoreInterpreter(parts(host), { header, packed: read });
      bytes?.letGo();
      restored.useArchives(archives ? wholeOf(archives) : endsOf((await memory.promise).ends));
      return restored;
    });
  } catch (problem) {
    report({ kind: 'restore-failed', detail: describe(problem) });
    const whole = await complete.promise;
    return await withHost({ module, archives: whole }, (host) =>
      bootInterpreter(parts(host), wholeOf(whole).packages),
    );
  }
}

async function withHost(
  assets: MemoryAssets,
  make: (host: MemoryHost) => Promise<Interpreter>,
): Promise<Interpreter> {
  const host = answerFromMemory(assets);
  try {
    return await make(host);
  } finally {
    host.restore();
  }
}

function wholeOf({ standardLibrary, packages }: Archives<Blob>): Archives<Bytes> {
  return { standardLibrary: new BlobBytes(standardLibrary), packages: new BlobBytes(packages) };
}

function endsOf({ standardLibrary, packages }: Archives<ArchiveEnds>): Archives<Bytes> {
  const bytesOf = ({ ends, firstBytes, wholeBytes }: ArchiveEnds): Bytes =>
    new EndsBytes(new BlobBytes(ends), firstBytes, wholeBytes);
  return { standardLibrary: bytesOf(standardLibrary), packages: bytesOf(packages) };
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
