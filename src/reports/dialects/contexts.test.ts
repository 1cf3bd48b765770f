import { describe, expect, it } from 'vitest';
import { fixture, source, value } from '../fixtures/load.ts';
import type { Contexts } from '../model.ts';
import { readReport } from '../read.ts';
import { readContexts } from './contexts.ts';

async function contexts(name: string): Promise<Contexts> {
  const file = value(await readReport(source(name, fixture(name))));
  if (file.kind !== 'coverage') throw new Error(`${name} is ${file.kind}`);
  return file.coverage.contexts;
}

const file = (path: string, lines: Record<string, string[]>): [string, unknown] => [
  path,
  { functions: { '': { contexts: { 1: ['t.py::imported|run'] } }, f: { contexts: lines } } },
];

describe('tests that run the application', () => {
  it('are those whose call ran a line in a function of it', async () => {
    const found = await contexts('covered.contexts.json');
    // Not among them: a test of its own mock, one whose set-up alone calls the app, one that only imports it.
    expect(found).toEqual({
      kind: 'known',
      touched: new Set([
        'tests.test_price::test_others_pay_all[1.0]',
        'tests.test_price::test_others_pay_all[2.0]',
        'tests.test_price::test_member_pays_less',
        'tests.test_price::test_fails',
      ]),
    });
  });

  it('are unknown without contexts', async () => {
    expect(await contexts('covered.lines.json')).toEqual({ kind: 'none' });
    expect(await contexts('covered.branches.xml')).toEqual({ kind: 'none' });
  });

  it('are not told by lines of test files that are measured too', () => {
    const found = readContexts([
      file('tests/helpers.py', { 2: ['t.py::a|run'] }),
      file('app/test_x.py', { 2: ['t.py::b|run'] }),
      file('app/price.py', { 2: ['t.py::c|run', 't.py::d|run'] }),
    ]);
    expect(found).toEqual({ kind: 'known', touched: new Set(['t::c', 't::d']) });
  });

  it('are unknown where contexts were dropped: no line has a second test', () => {
    const lines = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [index, [`t.py::t${index}|run`]]),
    );
    expect(readContexts([file('app/a.py', lines)])).toMatchObject({ kind: 'unusable' });
  });

  it('are unknown where contexts are not those of tests, or there are no functions', () => {
    expect(readContexts([file('app/a.py', { 2: ['unit-run'] })])).toMatchObject({ kind: 'unusable' });
    expect(readContexts([['app/a.py', { contexts: { 2: ['t.py::a|run'] } }]])).toMatchObject({
      kind: 'unusable',
    });
  });
});
