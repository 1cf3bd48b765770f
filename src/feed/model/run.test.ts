import { expect, it } from 'vitest';
import { change } from '../testing/change.ts';
import { sampleRun } from '../testing/sample-run.ts';
import { countsOf, idsOf } from './invariants.ts';
import { parseRunFile, refusalText } from './parse.ts';

const refusal = (path: string, value: unknown): string => {
  const parsed = parseRunFile(change(sampleRun(), path, value));
  return parsed.kind === 'ok' ? 'accepted' : refusalText(parsed.refusal);
};

it('takes a sound run as it is', () => {
  expect(parseRunFile(sampleRun())).toEqual({ kind: 'ok', value: sampleRun() });
});

it('names every test once, with its file', () => {
  expect(idsOf(sampleRun().files)).toContain('tests/test_ner.py::test_moved[a::b]');
  expect(countsOf(sampleRun().files)).toEqual(sampleRun().counts);
});

it.each([
  ['counts.passing', 4, 'counts.total: the outcomes add up to 8, but total says 7 (and 1 more)'],
  ['files.0.skipped', ['test_mock'], 'files: “tests/test_ner.py::test_mock” is there twice'],
  ['files.0.passed', ['test_extract'], 'counts.passing: says 3, the tests listed are 2 (and 1 more)'],
  ['changes.counts.fixed', 2, 'changes.counts.fixed: says 2, 1 are listed'],
  ['schema', '2.0', 'schema: version 2.0, but we read 1'],
  ['prev', 'abc', 'prev: not a SHA-256 (found: abc)'],
])('refuses %s = %j', (path, value, message) => {
  expect(refusal(path, value)).toBe(message);
});

it('takes __proto__ as a test name and as a file', () => {
  const text = JSON.stringify(sampleRun())
    .replaceAll('tests/test_ner.py', '__proto__')
    .replaceAll('test_mock', '__proto__');
  const parsed = parseRunFile(JSON.parse(text));
  expect(parsed.kind === 'ok' && idsOf(parsed.value.files)).toContain('__proto__::__proto__');
});
