import type { Needs } from '../setup/set-up.ts';

/** How many checks or tests a stage ran, by their end. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface StageResult extends Counts {
  /** All that the stage's tools printed; shown in full when something failed. */
  readonly output: string;
}

/** One part of `npm test`. A new one is one entry in table.ts. */
export interface Stage {
  /** As in `npm test -- unit`. */
  readonly name: string;
  readonly title: string;
  /** Stages that must have passed before, by name: without them this one would only fail for their reason. */
  readonly after: readonly string[];
  readonly setUp: Needs;
  run(): Promise<StageResult>;
}

export const NOTHING: Counts = { passed: 0, failed: 0, skipped: 0 };

/** The sum of several stages' or suites' counts. */
export function sum(parts: readonly Counts[]): Counts {
  return parts.reduce(
    (total, part) => ({
      passed: total.passed + part.passed,
      failed: total.failed + part.failed,
      skipped: total.skipped + part.skipped,
    }),
    NOTHING,
  );
}

/** Such as "12 passed, 0 failed, 1 skipped". */
export function inFigures({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
