import { checksum } from '../../reports/identity.ts';
import type { Problem } from '../../reports/model.ts';

/** How many problems of one test take part: the tear-down after them tells nothing new. */
const PROBLEMS = 3;

/**
 * Equal for failures with the same cause in the same place of a test's life, whatever machine, minute or
 * memory address they come from. Two runs are compared by it: same means the test still fails, another one
 * means that it has moved on to its next error.
 */
export function fingerprint(problems: readonly Problem[]): string {
  const texts = problems.slice(0, PROBLEMS).map(({ phase, message }) => `${phase}: ${normalised(message)}`);
  return checksum(texts.join('\n'));
}

const replacements: readonly (readonly [RegExp, string])[] = [
  // ANSI colours
  // eslint-disable-next-line no-control-regex -- the escape character is what they begin with
  [/\u001b\[[0-9;]*m/g, ''],
  [/\r\n?/g, '\n'],
  // paths down to the last two parts: the rest is the machine's
  [/(?:[A-Za-z]:)?(?:[\\/][\w.@+~-]+)+[\\/]([\w.@+~-]+[\\/][\w.@+~-]+)/g, '…/$1'],
  [/\b0x[0-9a-fA-F]+\b/g, '0x…'],
  [/\bid='\d+'/g, "id='…'"],
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, '<uuid>'],
  [/\b\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:[.,]\d+)?(?:Z|[+-]\d{2}:?\d{2})?/g, '<time>'],
  [/\b\d+\.\d{3,}\b/g, '<number>'],
  [/\b\d{6,}\b/g, '<number>'],
];

/** The message without what differs from run to run. */
export function normalised(message: string): string {
  return replacements.reduce((text, [pattern, by]) => text.replace(pattern, by), message).trim();
}

const HEADLINE = 300;

/** The line of a failure that people read: the first one that says something, cut to a line's length. */
export function headline(problems: readonly Problem[]): string {
  const lines = (problems[0]?.message ?? '').split('\n').map((line) => line.trim());
  const line = lines.find((each) => each !== '') ?? '';
  return line.length > HEADLINE ? `${line.slice(0, HEADLINE - 1)}…` : line;
}
