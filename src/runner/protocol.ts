/**
 * The messages between the page and the sandbox: the only file both sides share.
 *
 * The page gives orders to the frame; the frame owns the workers and answers. Inside a worker runs
 * code the reader may have changed or got from a link, and it can send what it likes. So the frame
 * tags each message with the worker it came from, and the page validates shape, size and sender.
 */
import * as v from 'valibot';
import type { Archives } from '../interpreter/archives.ts';

/** Page to frame. Files are blobs: passing one on, and holding it, takes no memory of their own. */
export type PageMessage =
  | { readonly kind: 'load'; readonly code: SandboxCode }
  /** For workers that wait for it and for those to come. */
  | { readonly kind: 'memory'; readonly memory: SandboxMemory }
  /** The archives are whole now, for workers that run and for those to come. */
  | { readonly kind: 'complete'; readonly archives: Archives<Blob> }
  | { readonly kind: 'spawn'; readonly worker: number }
  | { readonly kind: 'run'; readonly worker: number; readonly run: number; readonly request: RunOrder }
  | { readonly kind: 'terminate'; readonly worker: number };

/** What a worker starts with. The page has fetched and checked it, like all that follows. */
export interface SandboxCode {
  /** The worker's script. */
  readonly worker: Blob;
  readonly wasm: Blob;
  /** Pyodide's header of the snapshot to come. */
  readonly snapshotHeader: Uint8Array;
}

/** What a worker goes on with. */
export interface SandboxMemory {
  /** Memory of an interpreter that has pytest and Celery imported. */
  readonly snapshot: Blob;
  /** What examples read of the archives that Python imports from. */
  readonly ends: Archives<ArchiveEnds>;
}

/** The two ends of an archive: its first files and the listing of all. What is between them is not there yet. */
export interface ArchiveEnds {
  readonly ends: Blob;
  /** Length of the first files alone, in bytes. */
  readonly firstBytes: number;
  /** Of the whole archive, in bytes. */
  readonly wholeBytes: number;
}

/** What to run: see `RunRequest` in the interpreter. */
export interface RunOrder {
  readonly files: Readonly<Record<string, string>>;
  readonly arguments: readonly string[];
}

/** Longest event a page reads, in UTF-16 code units of its JSON. */
const LONGEST_EVENT = 3_000_000;
const id = v.pipe(v.number(), v.integer(), v.minValue(0));
const words = v.pipe(
  v.string(),
  v.transform((text) => text.slice(0, 4_000)),
);

/** What a worker's start took, in milliseconds of its own clock: the bench asks where the time goes. */
const startSchema = v.object({
  /** From the worker's making until its script ran. */
  script: v.number(),
  /** WebAssembly and Pyodide. */
  engine: v.number(),
  /** Waiting for the snapshot to arrive. */
  waiting: v.number(),
  /** The snapshot into memory and Python on its feet; an ordinary boot, where that failed, counts here too. */
  restore: v.number(),
});
export type WorkerStart = v.InferOutput<typeof startSchema>;

/** Frame to page. For every `run` there is at most one `end` or `crashed`. */
export const frameMessageSchema = v.variant('kind', [
  /** The frame's script runs and waits for `load`. */
  v.object({ kind: v.literal('frame-ready') }),
  /** WebAssembly is compiled: workers can be made. */
  v.object({ kind: v.literal('loaded') }),
  /** The frame itself could not be set up. */
  v.object({ kind: v.literal('frame-failed'), detail: words }),
  v.object({ kind: v.literal('stage'), worker: id, stage: v.picklist(['starting', 'importing']) }),
  /** The snapshot did not work here; the worker goes on with an ordinary boot once the archives are whole. */
  v.object({ kind: v.literal('restore-failed'), worker: id, detail: words }),
  v.object({ kind: v.literal('ready'), worker: id, took: startSchema }),
  /** One event of a run, as JSON text; see `interpreter/events.ts`. */
  v.object({
    kind: v.literal('event'),
    worker: id,
    run: id,
    json: v.pipe(v.string(), v.maxLength(LONGEST_EVENT)),
  }),
  /** pytest returned. */
  v.object({ kind: v.literal('end'), worker: id, run: id }),
  /** The worker is of no more use: Python died, or could not start. */
  v.object({ kind: v.literal('crashed'), worker: id, detail: words }),
]);

export type FrameMessage = v.InferOutput<typeof frameMessageSchema>;

/** Read a message from the frame; undefined if it is none of ours. */
export function parseFrameMessage(data: unknown): FrameMessage | undefined {
  const parsed = v.safeParse(frameMessageSchema, data);
  return parsed.success ? parsed.output : undefined;
}

/** Frame to worker. */
export type WorkerOrder =
  | { readonly kind: 'boot'; readonly module: WebAssembly.Module; readonly snapshotHeader: Uint8Array }
  | { readonly kind: 'memory'; readonly memory: SandboxMemory }
  | { readonly kind: 'complete'; readonly archives: Archives<Blob> }
  | { readonly kind: 'run'; readonly run: number; readonly request: RunOrder };

/** Worker to frame; the frame adds the worker's number and passes it on. */
export type WorkerReport =
  | { readonly kind: 'stage'; readonly stage: 'starting' | 'importing' }
  | { readonly kind: 'restore-failed'; readonly detail: string }
  | { readonly kind: 'ready'; readonly took: WorkerStart }
  | { readonly kind: 'event'; readonly run: number; readonly json: string }
  | { readonly kind: 'end'; readonly run: number }
  | { readonly kind: 'crashed'; readonly detail: string };
