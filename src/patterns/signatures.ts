/** What is needed of the patterns to recognise a failure; small enough to be carried by page and command. */
import type { Pattern } from './pattern.ts';
import type { Signature } from './schema.ts';

export interface PatternSignatures {
  readonly code: string;
  readonly title: string;
  /** Whether the text points to this pattern alone. */
  readonly distinctive: boolean;
  readonly signatures: readonly Signature[];
}

/** The signatures of all patterns that have some, ordered by code. */
export function signaturesOf(patterns: readonly Pattern[]): readonly PatternSignatures[] {
  return patterns.flatMap(({ code, title, triage }) =>
    triage ? [{ code, title, distinctive: triage.distinctive, signatures: triage.signatures }] : [],
  );
}
