/** One run at a time on the page's runner, and its state; knows nothing of claims or markup. */
import type { Files } from '../../patterns/pattern.ts';
import type { RunOptions } from '../../runner/client.ts';
import type { RunOrder } from '../../runner/protocol.ts';
import { IDLE, reduce, type RunState, type RunUpdate } from '../../runner/state.ts';
import { pageRunner } from './page-runner.ts';

/** Stands for a run while the runner itself is still being fetched. */
const NO_NUMBER_YET = -1;

/** Output and progress come in hundreds of pieces; they are shown together, so many milliseconds apart. */
const BETWEEN_NEWS = 100;

/** What the User Timing marks of a run carry. */
export interface RunLabel {
  readonly code: string;
  readonly variant: string;
}

/** Makes the order once the sample backend is there. */
export type MakeOrder = (backend: Files) => RunOrder;

export class TestRun {
  readonly #label: RunLabel;
  readonly #onChange: (state: RunState) => void;
  #state: RunState = IDLE;
  #abort: AbortController | undefined;
  /** Set while news of the same kind are collected. */
  #news: ReturnType<typeof setTimeout> | undefined;

  constructor(label: RunLabel, onChange: (state: RunState) => void) {
    this.#label = label;
    this.#onChange = onChange;
  }

  get state(): RunState {
    return this.#state;
  }

  /**
   * Run; ends when the run has ended, whichever way. Ignored while a run goes on.
   * @param timeLimit seconds
   * @param imports what the run may import, see `RunOptions`
   */
  async run(makeOrder: MakeOrder, timeLimit: number, imports: RunOptions['imports'] = 'any'): Promise<void> {
    if (this.#abort) return;
    const abort = new AbortController();
    this.#abort = abort;
    this.#mark('run');
    try {
      await this.#runWith(makeOrder, { timeLimit, imports, signal: abort.signal });
    } finally {
      // A run that was stopped ends late: by then this may be another one's.
      if (this.#abort === abort) this.#abort = undefined;
    }
  }

  stop(): void {
    this.#abort?.abort();
    this.#abort = undefined;
    this.#apply({ kind: 'end', run: NO_NUMBER_YET, end: { kind: 'stopped' } });
  }

  /** Forget the last result. */
  reset(): void {
    this.stop();
    this.#apply({ kind: 'reset' });
  }

  async #runWith(
    makeOrder: MakeOrder,
    options: Pick<RunOptions, 'timeLimit' | 'imports' | 'signal'>,
  ): Promise<void> {
    const { signal } = options;
    // Shown as waiting from the click on; the runner's number comes when its script is there.
    this.#apply({ kind: 'queued', run: NO_NUMBER_YET });
    let shared: Awaited<ReturnType<typeof pageRunner>>;
    try {
      shared = await pageRunner();
    } catch (problem) {
      if (signal.aborted) return;
      const fault = {
        kind: navigator.onLine ? 'asset-missing' : 'offline',
        detail: String(problem),
      } as const;
      this.#apply({ kind: 'end', run: NO_NUMBER_YET, end: { kind: 'fault', fault } });
      return;
    }
    if (signal.aborted) return;
    let tested = false;
    await new Promise<void>((resolve) => {
      shared.runner.run({
        ...options,
        order: makeOrder(shared.backend),
        onUpdate: (update) => {
          this.#apply(update);
          if (update.kind === 'started') this.#mark('ready');
          if (update.kind === 'event' && update.event.kind === 'test' && !tested) {
            tested = true;
            this.#mark('test');
          }
          if (update.kind === 'end') {
            this.#mark('verdict');
            resolve();
          }
        },
      });
    });
  }

  #apply(update: RunUpdate): void {
    const before = this.#state.kind;
    this.#state = reduce(this.#state, update);
    const { kind } = this.#state;
    const goesOn = kind === before && (kind === 'queued' || kind === 'running');
    if (!goesOn) this.#tell();
    else this.#news ??= setTimeout(this.#tell, BETWEEN_NEWS);
  }

  readonly #tell = (): void => {
    clearTimeout(this.#news);
    this.#news = undefined;
    this.#onChange(this.#state);
  };

  /** User Timing marks are public: the bench and the tests read them. */
  #mark(name: 'run' | 'ready' | 'test' | 'verdict'): void {
    performance.mark(`redgreen:${name}`, { detail: this.#label });
  }
}
