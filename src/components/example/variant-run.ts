/** Runs one variant and holds its verdict against the claim; knows nothing of the page's markup. */
import { claimFor, compare, type Comparison } from '../../claims/compare.ts';
import { finished } from '../../interpreter/result.ts';
import { runFiles, type Files } from '../../patterns/pattern.ts';
import type { RunState } from '../../runner/state.ts';
import type { VariantData } from './example-data.ts';
import { TestRun } from './test-run.ts';

export interface RunInput {
  readonly variantFiles: Files;
  readonly appFiles: Files;
  readonly imports: 'known' | 'any';
  /** Seconds. */
  readonly timeLimit: number;
}

export class VariantRun {
  readonly #variant: VariantData;
  readonly #run: TestRun;

  constructor(code: string, variant: VariantData, onChange: (state: RunState) => void) {
    this.#variant = variant;
    this.#run = new TestRun({ code, variant: variant.name }, onChange);
  }

  get state(): RunState {
    return this.#run.state;
  }

  /** Run the given files; ends when the run has ended, whichever way. Ignored while a run goes on. */
  async run({ variantFiles, appFiles, imports, timeLimit }: RunInput): Promise<void> {
    await this.#run.run(
      (backend) => ({
        files: { ...runFiles(backend, variantFiles), ...appFiles },
        arguments: this.#variant.arguments,
      }),
      timeLimit,
      imports,
    );
  }

  stop(): void {
    this.#run.stop();
  }

  /** Forget the last result. */
  reset(): void {
    this.#run.reset();
  }

  /** The last verdict held against the claim; undefined where there is none to hold. */
  comparison(): Comparison | undefined {
    if (this.state.kind !== 'finished') return undefined;
    const result = finished(this.state.result);
    if (!result) return undefined;
    return compare(claimFor(this.#variant, result.versions.python ?? ''), result);
  }
}
