/** Gathers what "Copy for review" puts on the clipboard: link, what is wrong, both codes, verdicts. */
import type { Failure, TestOutcome } from '../../interpreter/events.ts';
import type { RecordedHost } from '../../patterns/recorded.ts';
import type { RunState } from '../../runner/state.ts';
import { reviewMarkdown, type ReviewSide } from './edits/review.ts';
import type { ExampleCode } from './example-code.ts';
import type { ExampleData, VariantData } from './example-data.ts';
import { countWords, versionWords } from './words.ts';

interface Verdict {
  readonly tests: readonly { readonly outcome: TestOutcome; readonly failures: readonly Failure[] }[];
}

export interface ReviewSource {
  readonly data: ExampleData;
  readonly code: ExampleCode;
  /** Full address of the page. */
  readonly url: string;
  readonly stateOf: (variant: string) => RunState;
}

/** Live verdicts where there are some, else the recorded ones. */
export function reviewText({ data, code, url, stateOf }: ReviewSource): string {
  const [wrong, right] = data.variants;
  if (!wrong || !right) throw new Error(`${data.code}: an example has a wrong and a right variant`);
  const state = stateOf(wrong.name);
  const live = state.kind === 'finished' ? state.result.versions : undefined;
  return reviewMarkdown({
    code: data.code,
    title: data.title,
    summary: data.summary,
    url,
    wrong: side(wrong, code, stateOf, data.recorded),
    right: side(right, code, stateOf, data.recorded),
    versions: versionWords(live ?? data.recorded?.versions ?? {}),
  });
}

function side(
  variant: VariantData,
  code: ExampleCode,
  stateOf: (name: string) => RunState,
  recorded: RecordedHost | undefined,
): ReviewSide {
  const files = code.files(variant.name);
  const path = Object.keys(files).find((name) => name.includes('test_')) ?? Object.keys(files)[0] ?? '';
  const edited = code.isEdited(variant.name);
  const state = stateOf(variant.name);
  const live: Verdict | undefined = state.kind === 'finished' ? state.result : undefined;
  // What was recorded says nothing about code that the reader changed.
  const verdict = live ?? (edited ? undefined : recorded?.variants[variant.name]);
  const failure = verdict?.tests.flatMap((test) => test.failures)[0];
  return {
    title: variant.title,
    code: files[path] ?? '',
    edited,
    verdict: verdict ? countWords(verdict) : 'not run',
    ...(failure && { error: `${failure.exceptionType}: ${failure.message}` }),
  };
}
