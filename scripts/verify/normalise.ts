/** Makes two runs of the same thing equal: what differs by chance is replaced by a sign. */
import type { RunResult } from '../../src/interpreter/result.ts';
import { verdictOf } from '../../src/interpreter/result.ts';
import type { RecordedRun } from '../../src/patterns/recorded.ts';

const CHANCE: readonly (readonly [RegExp, string])[] = [
  [/\b0x[0-9a-f]{4,}\b/g, '0x…'],
  [/\bid='\d+'/g, "id='…'"],
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g, '…uuid…'],
  [/\/tmp\/pytest-of-[\w-]+\/pytest-\d+\//g, '/tmp/pytest/'],
  // Where Python and its packages are installed is the machine's business.
  [/(?<![\w/])\/[^\s"':]*\/site-packages\//g, '…/site-packages/'],
  [/(?<![\w/])\/[^\s"':]*\/lib\/python(3\.\d+)\//g, '…/python$1/'],
  [/\bTask-\d+\b/g, 'Task-…'],
];

/** What is kept of a run. */
export function recordedRun(result: RunResult): RecordedRun {
  const tests = result.tests.map(({ id, outcome, failures, reason }) => ({ id, outcome, failures, reason }));
  const { exitCode, collected, note, warnings } = result;
  const said = note === '' ? {} : { note };
  return withoutChance({ verdict: verdictOf(result), exitCode, collected, tests, ...said, warnings });
}

function withoutChance(run: RecordedRun): RecordedRun {
  return JSON.parse(
    JSON.stringify(run, (_key, value: unknown) =>
      typeof value === 'string'
        ? CHANCE.reduce((text, [pattern, sign]) => text.replace(pattern, sign), value)
        : value,
    ),
  ) as RecordedRun;
}
