/**
 * Runs tests for the page: fetches the runtime once, keeps interpreters, hands out one per run.
 * Every run ends exactly once, whatever the sandbox says or fails to say.
 */
import { parseRunEvent } from '../interpreter/events.ts';
import type { RuntimeManifest } from './assets.ts';
import { RunnerFault, faultOfCrash, type Fault } from './faults.ts';
import type { FrameMessage, RunOrder } from './protocol.ts';
import { SandboxLoader } from './sandbox-loader.ts';
import type { RunEnd, RunUpdate, Stage } from './state.ts';
import { Throwaway } from './throwaway.ts';

export interface RunOptions {
  readonly order: RunOrder;
  /**
   * `known` for examples as they are published: what they read comes first, and the run need not wait for the rest
   * of the standard library and the packages. Anything else may import what it likes.
   */
  readonly imports: 'known' | 'any';
  /** Seconds of running after which the run is ended. */
  readonly timeLimit: number;
  /** Hears everything that happens, `end` last and once. */
  readonly onUpdate: (update: RunUpdate) => void;
  /** Aborting it is the reader's Stop. */
  readonly signal: AbortSignal;
}

/** How long after a verdict the rest of the archives is fetched, in milliseconds: the next spares come first. */
const REST_AFTER = 1_000;

/** At most so many interpreters start while their memory is still on its way: the examples run two at once. */
const MOST_EARLY = 2;

interface Spare {
  readonly worker: number;
  stage: Stage;
  ready: boolean;
}

interface Active {
  readonly run: number;
  readonly options: RunOptions;
  worker: Spare | undefined;
  started: boolean;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** One per page. */
export class Runner {
  readonly #sandbox: SandboxLoader;
  #stage: Stage = { kind: 'downloading', loaded: 0, total: 0 };
  #nextWorker = 0;
  #nextRun = 0;
  #spares: Spare[] = [];
  /** Interpreters to keep ready while nothing runs. */
  #wanted = 0;
  readonly #active = new Map<number, Active>();
  readonly #throwaway: Throwaway;

  /**
   * @param base where the runtime's files are: the site's base and `runtime/`.
   * @param onWhole called once everything has been fetched.
   */
  constructor(manifest: RuntimeManifest, base: string, onWhole: () => void = () => undefined) {
    this.#sandbox = new SandboxLoader(manifest, base, {
      onMessage: (message) => {
        this.#receive(message);
      },
      onOpened: () => {
        // The larger part of the download is their memory: they start while it comes.
        this.#spawnUpTo(Math.min(Math.max(this.#wanted, this.#active.size), MOST_EARLY));
      },
      onLost: () => {
        this.#spares = [];
      },
      onProgress: (loaded, total) => {
        this.#tellStage({ kind: 'downloading', loaded, total });
      },
      onLoaded: () => {
        this.#tellStage({ kind: 'starting' });
      },
      onRestProgress: (loaded, total) => {
        this.#tellWaiting({ kind: 'downloading', loaded, total });
      },
      onWhole,
    });
    this.#throwaway = new Throwaway(manifest.throwaway, (message) => {
      this.#sandbox.send(message);
    });
  }

  /**
   * Fetch and start what the next runs need, and keep as many interpreters ready from now on.
   * Faults show when something runs.
   */
  prepare(spares: number): void {
    this.#wanted = Math.max(this.#wanted, spares);
    this.#sandbox.load().then(
      () => {
        this.#topUp();
      },
      () => undefined,
    );
  }

  /** Run; returns the run's number. */
  run(options: RunOptions): number {
    this.#throwaway.cancel();
    const run = this.#nextRun++;
    const active: Active = { run, options, worker: undefined, started: false, timer: undefined };
    this.#active.set(run, active);
    options.onUpdate({ kind: 'queued', run });
    if (options.signal.aborted) {
      this.#end(active, { kind: 'stopped' });
      return run;
    }
    options.signal.addEventListener('abort', () => {
      this.#end(active, { kind: 'stopped' });
    });
    options.onUpdate({ kind: 'stage', run, stage: this.#stage });
    const loading = options.imports === 'any' ? this.#sandbox.complete() : this.#sandbox.load();
    loading.then(
      () => {
        if (options.signal.aborted) return;
        this.#assign(active);
      },
      (problem: unknown) => {
        this.#end(active, { kind: 'fault', fault: faultOf(problem) });
      },
    );
    return run;
  }

  #spawn(): Spare {
    const spare: Spare = { worker: this.#nextWorker++, stage: { kind: 'starting' }, ready: false };
    this.#spares.push(spare);
    this.#sandbox.send({ kind: 'spawn', worker: spare.worker });
    return spare;
  }

  #assign(active: Active): void {
    const spare = this.#spares.find((one) => one.ready) ?? this.#spares[0] ?? this.#spawn();
    this.#spares = this.#spares.filter((one) => one !== spare);
    active.worker = spare;
    if (spare.ready) this.#start(active, spare);
    else active.options.onUpdate({ kind: 'stage', run: active.run, stage: spare.stage });
  }

  #start(active: Active, spare: Spare): void {
    const { order, timeLimit, onUpdate } = active.options;
    active.started = true;
    onUpdate({ kind: 'started', run: active.run });
    active.timer = setTimeout(() => {
      this.#end(active, { kind: 'timeout', seconds: timeLimit });
    }, timeLimit * 1000);
    this.#sandbox.send({ kind: 'run', worker: spare.worker, run: active.run, request: order });
  }

  #receive(message: FrameMessage): void {
    if (!('worker' in message) || this.#throwaway.receives(message)) return;
    const active = [...this.#active.values()].find((one) => one.worker?.worker === message.worker);
    const spare = active?.worker ?? this.#spares.find((one) => one.worker === message.worker);
    if (!spare) return;
    switch (message.kind) {
      case 'stage':
        spare.stage = { kind: message.stage };
        active?.options.onUpdate({ kind: 'stage', run: active.run, stage: spare.stage });
        break;
      case 'restore-failed':
        // Only slower; the tests and the bench want to know.
        performance.mark('redgreen:restore-failed', { detail: message.detail });
        // An ordinary boot imports from the whole archives.
        this.#sandbox.complete().catch((problem: unknown) => {
          this.#lose(spare, faultOf(problem));
        });
        break;
      case 'ready':
        spare.ready = true;
        if (active && !active.started) this.#start(active, spare);
        // User Timing marks are public: the bench reads them.
        if (!active) performance.mark('redgreen:spare', { detail: message.took });
        this.#warmUp();
        break;
      case 'event': {
        const event = active?.run === message.run ? parseRunEvent(message.json) : undefined;
        if (active && event) active.options.onUpdate({ kind: 'event', run: active.run, event });
        break;
      }
      case 'end':
        if (active?.run === message.run) this.#end(active, { kind: 'finished' });
        break;
      case 'crashed':
        this.#lose(spare, faultOfCrash(message.detail, active?.started ?? false));
        break;
    }
  }

  /** Once the interpreters are ready and nobody has asked for a run; not where one interpreter is all there may be. */
  #warmUp(): void {
    const ready = this.#spares.filter((spare) => spare.ready).length;
    if (!this.#throwaway.isWanted || this.#wanted < 2 || ready < this.#wanted) return;
    this.#throwaway.start(this.#nextWorker++, this.#nextRun++);
  }

  /** What the reader writes next may import anything; if it cannot be fetched now, that run tries again. */
  readonly #fetchRestIdly = (): void => {
    if (this.#active.size === 0) this.#sandbox.complete().catch(() => undefined);
  };

  /** An interpreter is of no more use. */
  #lose(spare: Spare, fault: Fault): void {
    const active = [...this.#active.values()].find((one) => one.worker === spare);
    if (active) this.#end(active, { kind: 'fault', fault });
    this.#spares = this.#spares.filter((one) => one !== spare);
  }

  /** The one place where runs end: later calls for the same run do nothing. */
  #end(active: Active, end: RunEnd): void {
    if (!this.#active.delete(active.run)) return;
    clearTimeout(active.timer);
    // A used interpreter is never used again: Celery keeps the first run's tasks.
    if (active.worker) this.#sandbox.send({ kind: 'terminate', worker: active.worker.worker });
    active.options.onUpdate({ kind: 'end', run: active.run, end });
    if (this.#active.size > 0) return;
    // Not while another run goes on: restoring would take its core, and fetching its line.
    this.#topUp();
    if (this.#wanted > 0 && end.kind === 'finished') setTimeout(this.#fetchRestIdly, REST_AFTER);
  }

  #topUp(): void {
    // While something runs or waits, a spare would take its core; the end of the last run tops up.
    if (this.#sandbox.isOpen && this.#active.size === 0) this.#spawnUpTo(this.#wanted);
  }

  #spawnUpTo(count: number): void {
    while (this.#spares.length < count) this.#spawn();
  }

  /** Only runs of edited code wait for the rest; to the others it is no news. */
  #tellWaiting(stage: Stage): void {
    for (const { run, options } of this.#active.values()) {
      if (options.imports === 'any') options.onUpdate({ kind: 'stage', run, stage });
    }
  }

  #tellStage(stage: Stage): void {
    this.#stage = stage;
    for (const { run, options } of this.#active.values()) options.onUpdate({ kind: 'stage', run, stage });
  }
}

function faultOf(problem: unknown): Fault {
  return problem instanceof RunnerFault ? problem.fault : { kind: 'start-failed', detail: String(problem) };
}
