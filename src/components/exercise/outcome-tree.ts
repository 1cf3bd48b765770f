/** A check's verdict as elements. */
import { failingLine, type FailingLine } from '../example/failing-line.ts';
import { resultTree } from '../example/result-tree.ts';
import { element, type ElementNode } from '../example/tree.ts';
import { bugTree } from './bug-tree.ts';
import type { CheckState } from './check-state.ts';
import type { ExerciseData } from './exercise-data.ts';
import { outcomeWords, type OutcomeWords } from './outcome-words.ts';

/** The line of the reader's file that the verdict points at, if any. */
export function markedLine(state: CheckState, test: string): FailingLine | undefined {
  if (state.kind !== 'judged') return undefined;
  const { outcome, result } = state;
  if (outcome.kind === 'syntax-error' && outcome.line !== undefined) {
    return { path: test, line: outcome.line, says: outcome.says };
  }
  return outcome.kind === 'fails' ? failingLine(result.tests, [test]) : undefined;
}

/** Headline and text of a state, the line that failed included. */
export function wordsOf(state: CheckState, data: ExerciseData): OutcomeWords {
  const line = markedLine(state, data.test)?.line;
  return outcomeWords(state, { mutants: data.mutants.length, line });
}

/** What stands below headline and text: the bugs that were missed, the way on, or pytest's own words. */
export function outcomeTree(state: CheckState, data: ExerciseData): readonly ElementNode[] {
  if (state.kind === 'endless') return resultTree(state.result);
  if (state.kind === 'fault') {
    return [
      element(
        'details',
        { class: 'fold' },
        element('summary', {}, 'Technical detail'),
        element('pre', { class: 'text-block', tabindex: '0' }, state.fault.detail),
      ),
    ];
  }
  if (state.kind !== 'judged') return [];
  const { outcome, result } = state;
  switch (outcome.kind) {
    case 'solved':
      return data.next
        ? [element('p', {}, 'Next: ', element('a', { href: data.next.url }, data.next.title))]
        : [];
    case 'misses': {
      const missed = data.mutants.filter(({ name }) => outcome.missed.includes(name));
      return [element('ol', { class: 'bugs' }, ...missed.map(bugTree))];
    }
    case 'no-test':
      return [];
    case 'syntax-error':
    case 'nothing-passed':
    case 'unreliable':
    case 'fails':
      return resultTree(result);
  }
}
