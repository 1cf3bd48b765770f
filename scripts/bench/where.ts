/** Where the time of a page that is ready goes, from the marks that it sets. */
import type { WorkerStart } from '../../src/runner/protocol.ts';
import { median } from './figures.ts';
import type { Mark } from './pages.ts';

/** Milliseconds, medians. */
export interface WhereTimeGoes {
  /** Of making the next interpreter, while the reader reads. */
  readonly interpreter: WorkerStart;
  /** Of a run, by variant: from the press until the interpreter has it, its first test is over, its verdict is there. */
  readonly variants: Readonly<Record<string, Readonly<Record<RunStep, number>>>>;
}

const RUN_STEPS = ['ready', 'test', 'verdict'] as const;
type RunStep = (typeof RUN_STEPS)[number];

const START_STEPS = ['script', 'engine', 'waiting', 'restore'] as const;

/** @param marks of one page, in the order of time; its first run is left out, as it is elsewhere */
export function whereTimeGoes(marks: readonly Mark[]): WhereTimeGoes {
  const starts = marks
    .filter(({ name }) => name === 'redgreen:spare')
    .map(({ detail }) => detail as WorkerStart);
  const variants = [...new Set(marks.filter(({ name }) => name === 'redgreen:run').map(variantOf))];
  return {
    interpreter: byStep(START_STEPS, (step) => starts.map((start) => start[step])),
    variants: Object.fromEntries(variants.map((variant) => [variant, stepsOf(marks, variant)])),
  };
}

function stepsOf(marks: readonly Mark[], variant: string): Record<RunStep, number> {
  const own = marks.filter((mark) => mark.name !== 'redgreen:spare' && variantOf(mark) === variant);
  const times = (name: string): readonly number[] =>
    own.filter((mark) => mark.name === `redgreen:${name}`).map(({ startTime }) => startTime);
  const pressed = times('run');
  return byStep(RUN_STEPS, (step) =>
    times(step)
      .map((time, index) => time - (pressed[index] ?? NaN))
      .slice(1),
  );
}

function variantOf({ detail }: Mark): string {
  return (detail as { readonly variant?: string } | null)?.variant ?? '';
}

function byStep<Step extends string>(
  steps: readonly Step[],
  values: (step: Step) => readonly number[],
): Record<Step, number> {
  return Object.fromEntries(steps.map((step) => [step, median(values(step))])) as Record<Step, number>;
}

/** One line of words for an engine. */
export function whereWords(engine: string, { interpreter, variants }: WhereTimeGoes): string {
  const list = (steps: object): string =>
    Object.entries(steps)
      .map(([step, time]) => `${step} ${Math.round(Number(time))} ms`)
      .join(', ');
  const runs = Object.entries(variants).map(([variant, steps]) => `${variant}: ${list(steps)}`);
  return `${engine}: next interpreter: ${list(interpreter)}; after the press, ${runs.join('; ')}`;
}
