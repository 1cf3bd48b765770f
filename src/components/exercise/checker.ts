/** Checks the reader's test on the page's runner, and tells each step of it. */
import { applyMutant, runFiles, type Files } from '../../patterns/pattern.ts';
import { IDLE, reduce } from '../../runner/state.ts';
import { pageRunner } from '../example/page-runner.ts';
import { reduceCheck, type CheckState, type CheckUpdate, type Phase } from './check-state.ts';
import type { ExerciseData } from './exercise-data.ts';

/** Longest that one run may take, in seconds. */
const LIMIT = 10;

export class Checker {
  readonly #data: ExerciseData;
  readonly #onChange: (state: CheckState) => void;
  #state: CheckState = { kind: 'idle' };
  #abort: AbortController | undefined;

  constructor(data: ExerciseData, onChange: (state: CheckState) => void) {
    this.#data = data;
    this.#onChange = onChange;
  }

  get state(): CheckState {
    return this.#state;
  }

  /** Check a text; ends when the check has ended, whichever way. Ignored while one goes on. */
  async check(text: string): Promise<void> {
    if (this.#state.kind === 'checking') return;
    const abort = new AbortController();
    this.#abort = abort;
    this.#apply({ kind: 'start', mutants: this.#data.mutants.map(({ name }) => name) });
    let shared: Awaited<ReturnType<typeof pageRunner>>;
    try {
      shared = await pageRunner();
    } catch (problem) {
      if (abort.signal.aborted) return;
      const kind = navigator.onLine ? 'asset-missing' : 'offline';
      this.#apply({ kind: 'fault', fault: { kind, detail: String(problem) } });
      return;
    }
    const right = runFiles(shared.backend, { ...this.#data.given, [this.#data.test]: text });
    for (;;) {
      const { state } = this;
      if (state.kind !== 'checking' || abort.signal.aborted) return;
      await this.#run(shared.runner, this.#filesFor(state.phase, right), abort.signal);
    }
  }

  stop(): void {
    this.#abort?.abort();
    this.#apply({ kind: 'stop' });
  }

  #filesFor(phase: Phase, right: Files): Files {
    if (phase.kind === 'app') return right;
    const mutant = this.#data.mutants.find(({ name }) => name === phase.left[0]);
    return mutant ? applyMutant(right, mutant) : right;
  }

  async #run(
    runner: Awaited<ReturnType<typeof pageRunner>>['runner'],
    files: Files,
    signal: AbortSignal,
  ): Promise<void> {
    await new Promise<void>((resolve) => {
      let run = IDLE;
      runner.run({
        order: { files, arguments: [] },
        imports: 'any',
        timeLimit: LIMIT,
        signal,
        onUpdate: (update) => {
          run = reduce(run, update);
          // After a stop the next check may be on its way already; late news is not about it.
          if (!signal.aborted) this.#apply({ kind: 'run', run });
          if (update.kind === 'end') resolve();
        },
      });
    });
  }

  #apply(update: CheckUpdate): void {
    this.#state = reduceCheck(this.#state, update);
    this.#onChange(this.#state);
  }
}
