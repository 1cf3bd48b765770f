/** What pytest means by the texts it writes into reports. Read in `_pytest/junitxml.py` of pytest 9.2. */
import type { Outcome, Phase } from '../model.ts';

/** What one child of a JUnit test case says. */
export interface Meaning {
  readonly outcome: Outcome;
  readonly phase: Phase;
  readonly message: string;
}

/**
 * The meaning of `<failure>`, `<error>` or `<skipped>`.
 *
 * @param text the element's text: a traceback, or the reason of a skip.
 */
export function meaningOf(
  element: 'failure' | 'error' | 'skipped',
  attributes: Readonly<Record<string, string>>,
  text: string,
): Meaning {
  const message = attributes.message ?? firstLine(text);
  if (element === 'skipped')
    return { outcome: skipOutcome(attributes, message), phase: skipPhase(message), message };
  if (element === 'failure') return { outcome: 'failed', phase: 'call', message: restored(message, text) };
  // A module that can't be imported, or a crash of pytest itself: the run as a whole is not to be trusted.
  if (message === 'collection failure' || message === 'internal error') {
    return { outcome: 'error', phase: 'collect', message: errorLine(text) ?? message };
  }
  return { outcome: 'error', ...unwrapped(message, text) };
}

function skipOutcome(attributes: Readonly<Record<string, string>>, message: string): Outcome {
  if (message === 'xfail-marked test passes unexpectedly') return 'xpassed';
  return attributes.type === 'pytest.xfail' ? 'xfailed' : 'skipped';
}

function skipPhase(message: string): Phase {
  return message === 'collection skipped' ? 'collect' : 'call';
}

/** `failed on setup with "RuntimeError: boom"` → what was raised, and when. */
export function unwrapped(
  message: string,
  details: string,
): { readonly phase: Phase; readonly message: string } {
  const match = /^failed on (setup|teardown) with "/.exec(message);
  if (!match) return { phase: 'call', message: restored(message, details) };
  const phase = match[1] === 'setup' ? 'setup' : 'teardown';
  // A message that was shortened has lost its closing quote too.
  const inner = message.slice(match[0].length).replace(/"$/, '');
  return { phase, message: telling(restored(inner, details), details) };
}

const SHORTENED = /\n\[(?:\+\d+ more lines?|truncated); full report in element text\]$/;

/** pytest from 9.2 on shortens messages of many lines; the lines marked with `E` have all of it. */
function restored(message: string, details: string): string {
  if (!SHORTENED.test(message)) return message;
  const short = message.replace(SHORTENED, '');
  const beginning = firstLine(short).replace(/\.\.\.$/, '');
  const whole = errorLine(details);
  return whole?.startsWith(beginning) === true ? whole : short;
}

/**
 * A message that says what happened: where a fixture is missing, pytest's message is the place of the test
 * and the source around it, and the error is in a line marked with `E`.
 */
export function telling(message: string, details: string): string {
  const saysPlaceOnly = /^(?:file )?\S*\.py(?:, line |:)\d+/.test(message);
  return (saysPlaceOnly ? errorLine(details) : undefined) ?? message;
}

/** The last run of lines that pytest marks with `E`: the error itself. */
export function errorLine(details: string): string | undefined {
  const lines = details.split('\n');
  const last = lines.findLastIndex((line) => /^E\s/.test(line));
  if (last < 0) return undefined;
  let first = last;
  while (first > 0 && /^E\s/.test(lines[first - 1] ?? '')) first -= 1;
  return lines
    .slice(first, last + 1)
    .map((line) => line.replace(/^E\s{1,8}/, ''))
    .join('\n');
}

/** The first line that is not empty. */
export function firstLine(text: string): string {
  return /[^\s][^\n]*/.exec(text)?.[0].trimEnd() ?? '';
}
