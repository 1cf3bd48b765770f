import type { TextSink } from './decode.ts';
import { fail, type Place } from '../errors.ts';
import type { Limits } from '../limits.ts';
import { placeAt, scanJson } from './json-scan.ts';

/** Text in, a JSON value out. The text is kept until the end: JSON has no useful parts before it. */
export interface JsonReader extends TextSink {
  end(): unknown;
}

/** A strict reader of JSON whose errors name line and column in every browser. */
export function createJsonReader(limits: Limits): JsonReader {
  let pieces: string[] = [];
  return {
    write: (text) => {
      pieces.push(text);
    },
    place: () => endOf(pieces.join('')),
    end() {
      const text = pieces.join('');
      pieces = [];
      return parseJson(text, limits);
    },
  };
}

/** Parse JSON or leave with the place of what is wrong. */
export function parseJson(text: string, limits: Pick<Limits, 'depth'>): unknown {
  // First the cheap look: a million nested brackets must not reach the parser.
  const problem = scanJson(text, limits.depth);
  if (problem) {
    const place = placeAt(text, problem.offset);
    if (problem.kind === 'too-deep') fail({ kind: 'too-deep', place, limit: limits.depth });
    if (problem.kind === 'ends') fail({ kind: 'truncated', place, reason: problem.reason });
    fail({ kind: 'malformed', format: 'JSON', place, reason: problem.reason });
  }
  return JSON.parse(text) as unknown;
}

function endOf(text: string): Place {
  return placeAt(text, text.length);
}
