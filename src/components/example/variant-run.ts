/** Runs one variant and follows its state; knows nothing of the page's markup. */
import { claimFor, compare, type Comparison } from '../../claims/compare.ts';
import { finished } from '../../interpreter/result.ts';
import { runFiles, type Files } from '../../patterns/pattern.ts';
import { IDLE, reduce, type RunState, type RunUpdate } from '../../runner/state.ts';
import type { VariantData } from './example-data.ts';
import { pageRunner } from './page-runner.ts';

/** Stands for a run while the runner itself is still being fetched. */
const NO_NUMBER_YET = -1;

export interface RunInput {
  readonly variantFiles: Files;
  readonly appFiles: Files;
  readonly imports: 'known' | 'any';
  /** Seconds. */
  readonly timeLimit: number;
}

export class VariantRun {
  readonly #code: string;
  readonly #variant: VariantData;
  readonly #onChange: (state: RunState) => void;
  #state: RunState = IDLE;
  #abort: AbortController | undefined;

  constructor(code: string, variant: VariantData, onChange: (state: RunState) => void) {
    this.#code = code;
    this.#variant = variant;
    this.#onChange = onChange;
  }

  get state(): RunState {
    return this.#state;
  }

  /** Run the given files; ends when the run has ended, whichever way. Ignored while a run goes on. */
  async run(input: RunInput): Promise<void> {
    if (this.#abort) return;
    const abort = new AbortController();
    this.#abort = abort;
    this.#mark('run');
    try {
      await this.#runWith(input, abort.signal);
    } finally {
      this.#abort = undefined;
    }
  }

  stop(): void {
    this.#abort?.abort();
    this.#apply({ kind: 'end', run: NO_NUMBER_YET, end: { kind: 'stopped' } });
  }

  /** Forget the last result. */
  reset(): void {
    this.stop();
    this.#apply({ kind: 'reset' });
  }

  /** The last verdict held against the claim; undefined where there is none to hold. */
  comparison(): Comparison | undefined {
    if (this.#state.kind !== 'finished') return undefined;
    const result = finished(this.#state.result);
    if (!result) return undefined;
    return compare(claimFor(this.#variant, result.versions.python ?? ''), result);
  }

  async #runWith(input: RunInput, signal: AbortSignal): Promise<void> {
    // Shown as waiting from the click on; the runner's number comes when its script is there.
    this.#apply({ kind: 'queued', run: NO_NUMBER_YET });
    let shared: Awaited<ReturnType<typeof pageRunner>>;
    try {
      shared = await pageRunner();
    } catch (problem) {
      const fault = {
        kind: navigator.onLine ? 'asset-missing' : 'offline',
        detail: String(problem),
      } as const;
      this.#apply({ kind: 'end', run: NO_NUMBER_YET, end: { kind: 'fault', fault } });
      return;
    }
    if (signal.aborted) return;
    const files = { ...runFiles(shared.backend, input.variantFiles), ...input.appFiles };
    await new Promise<void>((resolve) => {
      shared.runner.run({
        order: { files, arguments: this.#variant.arguments },
        imports: input.imports,
        timeLimit: input.timeLimit,
        signal,
        onUpdate: (update) => {
          this.#apply(update);
          if (update.kind === 'started') this.#mark('ready');
          if (update.kind === 'end') {
            this.#mark('verdict');
            resolve();
          }
        },
      });
    });
  }

  #apply(update: RunUpdate): void {
    this.#state = reduce(this.#state, update);
    this.#onChange(this.#state);
  }

  /** User Timing marks are public: the bench and the tests read them. */
  #mark(name: 'run' | 'ready' | 'verdict'): void {
    performance.mark(`redgreen:${name}`, { detail: { code: this.#code, variant: this.#variant.name } });
  }
}
