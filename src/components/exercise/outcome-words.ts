/** What a check came to, in the reader's words: a headline, and what to do about it. */
import type { Outcome } from '../../exercises/outcome.ts';
import { FAULT_WORDS } from '../../runner/faults.ts';
import { stageWords } from '../example/progress-view.ts';
import type { CheckState } from './check-state.ts';

export interface OutcomeWords {
  /** Good, not there yet, or nothing to judge. */
  readonly tone: 'green' | 'red' | 'amber' | 'none';
  readonly headline: string;
  readonly text: string;
}

/** Words for every state; `mutants` is how many bugs there are, `line` the reader's line that failed. */
export function outcomeWords(
  state: CheckState,
  { mutants, line }: { readonly mutants: number; readonly line?: number | undefined },
): OutcomeWords {
  switch (state.kind) {
    case 'idle':
      return { tone: 'none', headline: 'Not checked yet.', text: '' };
    case 'checking':
      return { tone: 'none', headline: checkingWords(state), text: '' };
    case 'stopped':
      return { tone: 'amber', headline: 'Stopped.', text: 'You stopped this check, so there is no verdict.' };
    case 'endless':
      return {
        tone: 'red',
        headline: 'Your test does not end.',
        text: `It was still running after ${state.seconds} s and was stopped. A loop without an end is the usual cause.`,
      };
    case 'fault': {
      const { says, hint } = FAULT_WORDS[state.fault.kind];
      return { tone: 'amber', headline: says, text: hint.replace('“Try again”', '“Check my test”') };
    }
    case 'judged':
      return judgedWords(state.outcome, mutants, line);
  }
}

function checkingWords({ phase, stage, mutants }: CheckState & { kind: 'checking' }): string {
  if (phase.kind === 'mutants') {
    return `Green. Trying bug ${mutants.length - phase.left.length + 1} of ${mutants.length} …`;
  }
  return stage ? `${stageWords(stage)} …` : 'Running your test on the right app …';
}

function judgedWords(outcome: Outcome, mutants: number, line: number | undefined): OutcomeWords {
  switch (outcome.kind) {
    case 'solved':
      return {
        tone: 'green',
        headline: 'Solved.',
        text: `Your test passes on the right app and notices all ${mutants} bugs.`,
      };
    case 'misses':
      return {
        tone: 'amber',
        headline: 'Green, but not good enough.',
        text: `The app was broken in ${mutants} ways, one at a time. Your test stayed green ${timesWords(outcome.missed.length, mutants)}:`,
      };
    case 'fails':
      return {
        tone: 'red',
        headline: line === undefined ? 'Your test fails.' : `Your test fails in line ${line}.`,
        text: 'The app is right, so the test has to change. Read the failure from its last line up.',
      };
    case 'syntax-error':
      return {
        tone: 'red',
        headline: 'Python can’t read your file.',
        text: `${outcome.line === undefined ? '' : `Line ${outcome.line}: `}${outcome.says}. Nothing was run. The mistake is there or just before it.`,
      };
    case 'no-test':
      return {
        tone: 'red',
        headline: 'There is no test in your file.',
        text: 'pytest runs functions whose names begin with “test_”. It found none, so nothing was run.',
      };
    case 'nothing-passed':
      return {
        tone: 'red',
        headline: 'No test was passed.',
        text: 'Every test in your file is skipped or expected to fail. Take that mark away.',
      };
    case 'unreliable':
      return { tone: 'amber', headline: 'This run can’t be believed.', text: outcome.note };
  }
}

function timesWords(missed: number, mutants: number): string {
  if (missed === mutants) return 'every time';
  return missed === 1 ? 'once' : `${missed} times`;
}
