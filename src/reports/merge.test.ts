import { describe, expect, it } from 'vitest';
import { fixture, source, value } from './fixtures/load.ts';
import { readReports, type RunReports } from './read-all.ts';
import type { Result } from './result.ts';
import type { ReportError } from './errors.ts';

const together = (...names: string[]): Promise<Result<RunReports, readonly ReportError[]>> =>
  readReports(names.map((name) => source(name, fixture(name))));
const all = async (...names: string[]): Promise<RunReports> => value(await together(...names));

describe('several files of one run', () => {
  it('shards are the whole', async () => {
    const parts = await all('shard-1.xml', 'shard-2.xml', 'shard-1.collected.json', 'shard-2.collected.json');
    const whole = await all('everything.hook.xml', 'everything.collected.json');
    expect(parts.tests?.counts).toEqual(whole.tests?.counts);
    expect(parts.tests?.run).toMatchObject({ exitCode: 1, deselected: new Set() });
    expect(parts.tests?.run.collected).toEqual(whole.tests?.run.collected);
    expect(parts.tests?.notes).toEqual([]);
    expect(parts.files.map((file) => file.kind)).toEqual(['junit', 'junit', 'collected', 'collected']);
  });

  it('a test that another shard does not run either is left out', async () => {
    const part = await all('shard-2.xml', 'shard-2.collected.json');
    expect(part.tests?.run.deselected?.has('tests.unit.test_outcomes::test_setup_error')).toBe(true);
    expect(part.tests?.run.deselected?.size).toBe(11);
  });

  it('the same run twice is one run, and what only one dialect knows is kept', async () => {
    const both = await all('everything.xunit2.xml', 'everything.pytest-json-report.json');
    expect(both.tests?.counts).toMatchObject({ passing: 11, xpassed: 1, total: 25 });
    expect(both.tests?.notes).toContainEqual({
      kind: 'disagree',
      id: 'tests.unit.test_outcomes.TestOutcomes::test_xpasses',
      outcomes: ['passed', 'xpassed'],
    });
    // The name with a file is the better one.
    expect(both.tests?.tests.map((test) => test.id)).toContain('tests/unit/test_names.py::test__proto__');
    expect(both.tests?.run.collected).toEqual({ kind: 'number', count: 24 });
  });

  it('where two runs disagree the worse outcome holds', async () => {
    const run = (inner: string): string =>
      `<testsuites><testcase classname="m" name="t">${inner}</testcase></testsuites>`;
    const [good, bad] = [run(''), run('<failure/>')];
    for (const order of [
      [good, bad],
      [bad, good],
    ]) {
      const read = value(await readReports(order.map((text, index) => source(`${index}.xml`, text))));
      expect(read.tests?.counts).toMatchObject({ failing: 1, passing: 0, flaky: 0, total: 1 });
    }
  });

  it('coverage: the same data in two formats is one, the one that knows more', async () => {
    const { coverage } = await all('covered.branches.xml', 'covered.contexts.json');
    expect(coverage?.dialect).toBe('coverage-json');
    expect(coverage?.contexts.kind).toBe('known');
  });

  it('coverage: parts can’t be added', async () => {
    const result = await together('covered.lines.xml', 'covered.branches.xml');
    expect(result).toMatchObject({ ok: false, error: [{ kind: 'twice', file: 'covered.branches.xml' }] });
  });

  it('every damaged file is named, not only the first', async () => {
    const result = await readReports([
      source('a', ''),
      source('b', '<x/>'),
      source('c', fixture('maxfail.xml')),
    ]);
    expect(result).toMatchObject({ ok: false, error: [{ file: 'a' }, { file: 'b' }] });
  });

  it('a run that was killed has no exit code', async () => {
    const killed = JSON.stringify({
      ...(JSON.parse(fixture('maxfail.collected.json')) as object),
      exitCode: null,
    });
    const run = value(await readReports([source('r', fixture('maxfail.xml')), source('c', killed)]));
    expect(run.tests?.run.exitCode).toBeNull();
  });
});
