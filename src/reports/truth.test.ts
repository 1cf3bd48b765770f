import { describe, expect, it } from 'vitest';
import { fixture, source, value } from './fixtures/load.ts';
import type { TestReport } from './model.ts';
import { readReport } from './read.ts';

// One run of pytest: 5 tests, 2 of them pass, 1 of these only at the second attempt; 3 fail.
const truth = { passing: 2, failing: 3, errors: 0, skipped: 0, xfailed: 0, xpassed: 0, flaky: 1, total: 5 };
const flaky = 'test_truth.py::test_flaky';

async function tests(name: string): Promise<TestReport> {
  const file = value(await readReport(source(name, fixture(name))));
  if (file.kind !== 'tests') throw new Error(`${name} is ${file.kind}`);
  return file.report;
}

const told = [
  'truth.xunit2.xml',
  'truth.xunit1.xml',
  'truth.xdist.xml',
  'truth.pytest-json-report.json',
  'truth.ctrf.json',
];
// What these tools lost can't be brought back, so they are refused.
const refused = ['truth.ctrf-0.3.2.json', 'truth.junit-to-ctrf.json'];

describe('the same run in every dialect', () => {
  it.each(told)('%s gives the true counts', async (name) => {
    expect((await tests(name)).counts).toEqual(truth);
  });

  it.each(told)('%s knows which test is flaky', async (name) => {
    const found = (await tests(name)).tests.filter((test) => test.flaky);
    expect(found.map((test) => test.id.replace('test_truth::', 'test_truth.py::'))).toEqual([flaky]);
  });

  it.each(refused)('%s is refused, with the way out', async (name) => {
    const result = await readReport(source(name, fixture(name)));
    expect(result).toMatchObject({ ok: false, error: { kind: 'lossy', file: name } });
  });

  it('no dialect ever yields more passing tests than there are', async () => {
    const all = [...told, ...refused];
    const results = await Promise.all(all.map((name) => readReport(source(name, fixture(name)))));
    const counts = results.flatMap((result) =>
      result.ok && result.value.kind === 'tests' ? [result.value.report.counts] : [],
    );
    expect(counts).toHaveLength(told.length);
    for (const { passing, xpassed } of counts) expect(passing + xpassed).toBeLessThanOrEqual(truth.passing);
  });

  it('would be wrong by the header or by counting test cases', () => {
    const text = fixture('truth.xunit2.xml');
    expect(/ tests="(\d+)"/.exec(text)?.[1]).toBe('13');
    const cases = text.split('<testcase ').length - 1;
    const passing = cases - text.split(/<testcase [^>]*[^/]>/).length + 1;
    expect({ cases, passing }).toEqual({ cases: 9, passing: 5 });
  });
});
