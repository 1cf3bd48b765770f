/** Gathers what "Copy for review" puts on the clipboard: link, what is wrong, both codes, verdicts. */
import { finished } from '../../interpreter/result.ts';
import type { RunState } from '../../runner/state.ts';
import { reviewMarkdown } from './edits/review.ts';
import type { ExampleCode } from './example-code.ts';
import type { ExampleData } from './example-data.ts';

/** Live verdicts where there are some, else the recorded ones that the page shows. */
export function reviewText(
  data: ExampleData,
  code: ExampleCode,
  url: string,
  stateOf: (name: string) => RunState,
): string {
  return JSON.stringify({
    data,
    url,
    files: code.files('wrong'),
    s: stateOf('wrong'),
    finished,
    reviewMarkdown,
  });
}
