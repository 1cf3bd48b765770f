import { describe, expect, it } from 'vitest';
import { fixture, source, value } from './fixtures/load.ts';
import { testKey } from './identity.ts';
import type { TestReport } from './model.ts';
import { readReport } from './read.ts';

async function tests(name: string): Promise<TestReport> {
  const file = value(await readReport(source(name, fixture(name))));
  if (file.kind !== 'tests') throw new Error(`${name} is ${file.kind}`);
  return file.report;
}

const outcomes = (report: TestReport): Record<string, string> =>
  Object.fromEntries(report.tests.map((test) => [testKey(test.id), test.outcome]));

// What pytest itself said of this run on its console.
const everything = {
  passing: 11,
  failing: 6,
  errors: 4,
  skipped: 2,
  xfailed: 1,
  xpassed: 1,
  flaky: 0,
  total: 25,
};

describe('all ways in which a test can end', () => {
  it('are told apart by pytest-json-report, and by JUnit with our plugin', async () => {
    const json = await tests('everything.pytest-json-report.json');
    const junit = await tests('everything.hook.xml');
    expect(json.counts).toEqual(everything);
    expect(junit.counts).toEqual(everything);
    expect(outcomes(junit)).toEqual(outcomes(json));
    expect([...json.notes, ...junit.notes]).toEqual([]);
  });

  it.each(['everything.xunit1.xml', 'everything.xunit2.xml', 'everything.xdist.xml'])(
    '%s is the same but for the unexpected pass, and says that it is blind to it',
    async (name) => {
      const report = await tests(name);
      expect(report.counts).toEqual({ ...everything, passing: 12, xpassed: 0 });
      expect(outcomes(report)).toEqual({
        ...outcomes(await tests('everything.hook.xml')),
        'tests.unit.test_outcomes.TestOutcomes::test_xpasses': 'passed',
      });
      expect(report.notes).toEqual([{ kind: 'xpass-hidden', dialect: 'junit' }]);
    },
  );

  it('CTRF has no more passing tests, and the same names', async () => {
    const report = await tests('everything.ctrf.json');
    const passed = (all: Record<string, string>): string[] =>
      Object.keys(all).filter((key) => all[key] === 'passed' || all[key] === 'xpassed');
    const truth = outcomes(await tests('everything.hook.xml'));
    expect(passed(outcomes(report)).sort()).toEqual(passed(truth).sort());
    expect(Object.keys(truth)).toEqual(expect.arrayContaining(Object.keys(outcomes(report))));
  });

  it('JUnit: a test that fails and whose tear-down fails is one broken test with both problems', async () => {
    const report = await tests('everything.xunit1.xml');
    const test = report.tests.find((each) => each.id.endsWith('::test_fails_and_teardown_error'));
    expect(test?.outcome).toBe('error');
    expect(test?.problems.map(({ phase, message }) => [phase, message])).toEqual([
      ['call', "KeyError: 'call'"],
      ['teardown', 'RuntimeError: cannot close'],
    ]);
  });

  it.each(['everything.xunit2.xml', 'everything.pytest-json-report.json', 'everything.ctrf.json'])(
    '%s: messages are what was raised',
    async (name) => {
      const messages = new Map(
        (await tests(name)).tests.map((test) => [testKey(test.id), test.problems[0]?.message]),
      );
      const outcome = (test: string): string | undefined =>
        messages.get(`tests.unit.test_outcomes${test}`)?.split('\n')[0];
      expect(outcome('::test_setup_error')).toBe('RuntimeError: no "database" here');
      expect(outcome('::test_missing_fixture')).toBe("fixture 'chunker' not found");
      expect(outcome('.TestOutcomes::test_fails')).toBe('assert 500 == 200');
      expect(outcome('.TestOutcomes::test_xpasses_strictly')).toBe('[XPASS(strict)] mended meanwhile');
      expect(messages.get('tests.test_patching::test_patch_target_is_missing')).toMatch(
        /^AttributeError: <module 'json' from .*> does not have the attribute 'model_loader'$/,
      );
    },
  );

  it('lines are counted from 1 and tracebacks come along', async () => {
    for (const name of ['everything.xunit1.xml', 'everything.pytest-json-report.json']) {
      const report = await tests(name);
      const test = report.tests.find((each) => each.id.endsWith('::test_called_zero_times'));
      expect(test).toMatchObject({ file: 'tests/test_patching.py', line: 14 });
      expect(test?.problems[0]?.details).toContain('notify.assert_called_once()');
    }
  });

  it('awkward names stay apart', async () => {
    const report = await tests('everything.xunit1.xml');
    const names = report.tests.map((test) => test.id);
    expect(names).toContain('tests/unit/test_names.py::test_parameters[a::b]');
    expect(names).toContain('tests/unit/test_names.py::test_parameters[a[0]]');
    expect(names).toContain('tests/unit/test_names.py::test_parameters[a.b/c.py]');
    expect(names).toContain('tests/unit/test_names.py::test_parameters[__proto__]');
    expect(names).toContain('tests/unit/test_names.py::test__proto__');
    expect(names).toContain('tests/unit/test_names.py::Test__proto__::test_constructor');
    expect(names).toContain('tests/unit/test_names.py::TestOuter::TestInner::test_nested');
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('a file that can’t be collected', () => {
  it.each(['broken.xunit2.xml', 'broken.xunit1.xml', 'broken.pytest-json-report.json'])(
    '%s is a broken module with the real error',
    async (name) => {
      const report = await tests(name);
      expect(report.counts).toMatchObject({ errors: 1, total: 1 });
      expect(report.tests[0]).toMatchObject({ level: 'module', outcome: 'error' });
      expect(testKey(report.tests[0]?.id ?? '')).toBe('test_broken::(collection)');
      expect(report.tests[0]?.problems[0]?.message).toBe(
        "ImportError: cannot import name 'create_app' from 'app'",
      );
    },
  );

  it('stands beside the tests where pytest was told to go on', async () => {
    const report = await tests('broken-continued.xunit2.xml');
    expect(report.counts).toMatchObject({ passing: 1, errors: 1, total: 2 });
  });

  it('leaves nothing in CTRF, so the report has no tests', async () => {
    expect((await tests('broken.ctrf.json')).counts.total).toBe(0);
  });
});

describe('what tests say about CTRF', () => {
  const ctrf = (test: object): string =>
    JSON.stringify({ reportFormat: 'CTRF', specVersion: '0.0.0', results: { tests: [test] } });

  it('fields of a later version are passed over', async () => {
    const text = ctrf({ name: 't', status: 'passed', duration: 1, suite: ['a', 'B'], newField: {} });
    const file = value(await readReport(source('r.json', text)));
    expect(file).toMatchObject({
      kind: 'tests',
      report: { counts: { passing: 1 }, tests: [{ id: 'a.B::t' }] },
    });
  });

  it('a status that is neither passed nor failed is an error, not a guess', async () => {
    const result = await readReport(source('r.json', ctrf({ name: 't', status: 'other', duration: 1 })));
    expect(result).toMatchObject({ ok: false, error: { kind: 'invalid', where: 'results.tests[0].status' } });
  });

  it('an error names the test that it stands at', async () => {
    const result = await readReport(source('r.json', ctrf({ name: 't', status: 'green' })));
    expect(result).toMatchObject({ ok: false, error: { kind: 'invalid', where: 'results.tests[0].status' } });
  });
});
