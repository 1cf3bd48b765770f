/** Matches a failure to the patterns whose signatures it bears. No match is a right answer. */
import type { Signature } from '../patterns/schema.ts';
import type { PatternSignatures } from '../patterns/signatures.ts';
import type { FailureFacts } from './failure-facts.ts';

/** Why a pattern was named. */
export interface Evidence {
  readonly kind: 'exception' | 'message' | 'frame' | 'text';
  readonly found: string;
}

export interface Finding {
  readonly code: string;
  readonly title: string;
  /** `match`: everything the signature asks for is there. `possible`: the message fits, the rest is not known. */
  readonly confidence: 'match' | 'possible';
  readonly evidence: readonly Evidence[];
}

interface Ranked {
  readonly finding: Finding;
  readonly rank: number;
}

/** Patterns that the failure may be of, the likeliest first. */
export function triage(failure: FailureFacts, patterns: readonly PatternSignatures[]): readonly Finding[] {
  return patterns
    .flatMap((pattern) => best(failure, pattern))
    .sort((one, other) => other.rank - one.rank || (one.finding.code < other.finding.code ? -1 : 1))
    .map(({ finding }) => finding);
}

function best(failure: FailureFacts, pattern: PatternSignatures): Ranked[] {
  const found = pattern.signatures
    .map((signature) => match(failure, signature))
    .filter((one) => one !== undefined)
    .sort((one, other) => score(other) - score(one))[0];
  if (!found) return [];
  const { code, title } = pattern;
  return [{ finding: { code, title, ...found }, rank: score(found) + (pattern.distinctive ? 100 : 0) }];
}

type Match = Pick<Finding, 'confidence' | 'evidence'>;

function match(failure: FailureFacts, signature: Signature): Match | undefined {
  const message = new RegExp(signature.message, 'm').exec(failure.message);
  if (!message) return undefined;
  const evidence: Evidence[] = [{ kind: 'message', found: message[0] }];
  let isCertain = true;

  if (signature.exception !== undefined) {
    if (failure.exceptionType === undefined) isCertain = false;
    else if (shortName(failure.exceptionType) !== shortName(signature.exception)) return undefined;
    else evidence.push({ kind: 'exception', found: failure.exceptionType });
  }
  if (signature.frames) {
    const frame = failure.files?.find((file) => signature.frames?.some((end) => file.endsWith(end)));
    // Known to be absent speaks against it; not known leaves it possible.
    if (frame !== undefined) evidence.push({ kind: 'frame', found: frame });
    else if (failure.files === undefined) isCertain = false;
    else return undefined;
  }
  if (signature.text !== undefined) {
    const text = new RegExp(signature.text, 'm').exec(failure.text);
    if (!text) return undefined;
    evidence.push({ kind: 'text', found: text[0].slice(0, 200) });
  }
  return { confidence: isCertain ? 'match' : 'possible', evidence };
}

/** More evidence is better; a longer message that fits says more than a short one. */
function score({ confidence, evidence }: Match): number {
  const message = evidence.find(({ kind }) => kind === 'message')?.found.length ?? 0;
  return (confidence === 'match' ? 1_000 : 0) + evidence.length * 10 + Math.min(message, 99) / 100;
}

/** Reports write `celery.exceptions.Retry` and `Retry` alike. */
function shortName(type: string): string {
  return type.split('.').at(-1) ?? type;
}
