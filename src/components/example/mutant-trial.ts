/** Runs the reader's tests against each mutant, one after the other, and writes what they noticed. */
import { applyMutant, runFiles, type Files } from '../../patterns/pattern.ts';
import { finished, verdictOf } from '../../interpreter/result.ts';
import { IDLE, reduce, type RunState } from '../../runner/state.ts';
import type { ExampleCode } from './example-code.ts';
import type { ExampleData, VariantData } from './example-data.ts';
import { pageRunner } from './page-runner.ts';
import { part } from './variant-view.ts';

/** What one run of a variant on one mutant says. */
export type MutantVerdict = 'caught' | 'survived' | 'not tried';

/** `caught` if the tests no longer all pass; a run without an end says nothing. */
export function mutantVerdict(state: RunState): MutantVerdict {
  if (state.kind === 'timeout') return 'caught';
  if (state.kind !== 'finished' || !finished(state.result)) return 'not tried';
  return verdictOf(state.result) === 'passed' ? 'survived' : 'caught';
}

/** Longest that one mutant may run, in seconds. */
const LIMIT = 10;

/** Try every cell of the table. @throws Error if the runner's script cannot be fetched */
export async function tryMutants(root: HTMLElement, data: ExampleData, code: ExampleCode): Promise<void> {
  const words = part(root, '[data-mutants-words]');
  const cells = [...root.querySelectorAll<HTMLElement>('[data-mutant-variant]')];
  const { backend } = await pageRunner();
  let done = 0;
  for (const cell of cells) {
    words.textContent = `Running ${done + 1} of ${cells.length} …`;
    const mutant = data.mutants.find(
      (one) => one.name === cell.closest<HTMLElement>('[data-mutant]')?.dataset.mutant,
    );
    const variant = data.variants.find((one) => one.name === cell.dataset.mutantVariant);
    if (mutant && variant) {
      const base = { ...runFiles(backend, code.files(variant.name)), ...code.files('app') };
      show(cell, await verdictOn(base, mutant, variant, code.imports(variant.name)));
    }
    done += 1;
  }
  const survived = cells.filter((cell) => cell.dataset.result === 'survived').length;
  words.textContent =
    survived === 0 ? 'Every bug was caught.' : `${survived} of ${cells.length} did not notice the bug.`;
}

async function verdictOn(
  base: Files,
  mutant: ExampleData['mutants'][number],
  variant: VariantData,
  imports: 'known' | 'any',
): Promise<MutantVerdict | 'edited away'> {
  let files: Files;
  try {
    files = applyMutant(base, mutant);
  } catch {
    // The reader has changed the very line that the mutant changes.
    return 'edited away';
  }
  const { runner } = await pageRunner();
  return await new Promise((resolve) => {
    let state: RunState = IDLE;
    runner.run({
      order: { files, arguments: variant.arguments },
      imports,
      timeLimit: LIMIT,
      signal: new AbortController().signal,
      onUpdate: (update) => {
        state = reduce(state, update);
        if (update.kind === 'end') resolve(mutantVerdict(state));
      },
    });
  });
}

function show(cell: HTMLElement, verdict: MutantVerdict | 'edited away'): void {
  cell.dataset.result = verdict;
  cell.dataset.source = 'live';
  cell.textContent = verdict === 'edited away' ? 'not tried: that line is edited' : verdict;
}
