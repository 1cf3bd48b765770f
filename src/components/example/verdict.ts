/** The two short texts beside a verdict. */
import { countWords, type CountableRun } from './words.ts';

/** "1 failed" and the like: what pytest says. */
export function verdictWords(run: CountableRun): string {
  return countWords(run);
}

/** Whether that is what the page claims. */
export function claimWords(
  claim: 'match' | 'mismatch',
  expect: 'fails' | 'green-and-useless' | 'passes',
): string {
  if (claim === 'mismatch') return 'not as this page claims';
  return expect === 'green-and-useless' ? 'as claimed: green, and of no use' : 'as claimed';
}
