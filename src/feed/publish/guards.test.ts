import { beforeEach, describe, expect, it } from 'vitest';
import type { CoverageReport } from '../../reports/model.ts';
import { guardHelp } from '../guard-help.ts';
import type { GuardName } from '../model.ts';
import type { Built, Objection, PublishContext, RunInput } from './context.ts';
import { Published, report, someRun, wholeRun, type Tests } from './testing.ts';

const many = (count: number, said: (index: number) => string): Tests =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`tests/a.py::test_${index}`, said(index)]));
const tests = many(100, (index) => (index % 10 === 0 ? 'failed: x' : 'passed'));

const objectionsOf = (built: Built): readonly Objection[] => {
  if (built.ok) return [];
  if (built.error.kind !== 'guards') throw new Error(built.error.message);
  return built.error.objections;
};
const guardsOf = (built: Built): string[] => objectionsOf(built).map((each) => each.guard);

const lines = (branches: CoverageReport['branches']): CoverageReport => ({
  dialect: 'coverage-json',
  lines: { covered: 6, total: 10 },
  branches,
  contexts: { kind: 'none' },
});

let published: Published;
beforeEach(async () => {
  published = new Published();
  await published.run({ ...wholeRun(tests), coverage: lines(null) });
});

describe('a guard says no', () => {
  it.each<[GuardName, RunInput, Partial<PublishContext>]>([
    ['older-run', wholeRun(tests), { at: '2026-01-31T00:00:00Z' }],
    ['older-run', wholeRun(tests), { behind: true }],
    ['incomplete', someRun(tests), { collected: 101 }],
    ['incomplete', someRun(tests), { collected: 99 }],
    ['incomplete', someRun(tests), { shards: 2 }],
    [
      'incomplete',
      {
        ...someRun(tests),
        tests: report(tests, {
          collected: { kind: 'tests', keys: new Set(['tests.a::test_0', 'tests.b::test_lost']) },
        }),
      },
      {},
    ],
    ['total-dropped', wholeRun(many(89, () => 'passed')), {}],
    ['mostly-failing', wholeRun(many(100, (index) => (index < 81 ? 'failed: x' : 'passed'))), {}],
    [
      'collection-error',
      wholeRun({ ...tests, 'tests/b.py::(collection)': 'error: ImportError: no module' }),
      {},
    ],
    ['exit-code', wholeRun(tests), { exitCode: 2 }],
    ['exit-code', wholeRun(tests), { exitCode: 137 }],
    ['exit-code', { ...wholeRun(tests), tests: report(tests, { exitCode: null }) }, {}],
    ['exit-code', { ...wholeRun(tests), tests: report(tests, { exitCode: 3 }) }, { exitCode: 1 }],
    ['coverage-definition', { ...wholeRun(tests), coverage: lines({ covered: 1, total: 2 }) }, {}],
  ])('%s', async (guard, input, some) => {
    const [objection, ...more] = objectionsOf(published.attempt(input, some));
    expect([objection?.guard, more]).toEqual([guard, []]);
    const quoted = guardHelp[guard].says.filter((text) => objection?.message.includes(text));
    expect(quoted, 'the site quotes what the guard says').toHaveLength(1);
    const forced = await published.run(input, {
      ...some,
      at: '2026-02-09T00:00:00Z',
      behind: false,
      ...again(guard, some),
    });
    const [item] = forced.feed.items;
    expect(item?._roadmap).toMatchObject({ overrides: [{ guard, reason: 'I know', by: 'me' }] });
    expect(item?.content_text).toContain('Reason given: I know');
  });

  // An older run can be forced too, but not its time: the history only goes forward.
  const again = (guard: string, some: Partial<PublishContext>): Partial<PublishContext> => ({
    force: { reason: 'I know', by: 'me' },
    ...(guard === 'older-run' ? { behind: true } : {}),
    ...(some.exitCode === undefined ? {} : { exitCode: some.exitCode }),
  });

  it('a run without any test', () => {
    expect(guardsOf(published.attempt(someRun({})))).toEqual(['incomplete', 'total-dropped']);
  });

  it('what --maxfail leaves of a run: 16 of 1547', () => {
    const part = many(16, (index) => (index < 5 ? 'failed: x' : 'passed'));
    const built = published.attempt(someRun(part), { collected: 1547 });
    expect(guardsOf(built)).toEqual(['incomplete', 'total-dropped']);
    expect(JSON.stringify(built)).toContain('16 results of 1547 collected tests');
  });
});

describe('no guard says no', () => {
  it.each<[string, RunInput, Partial<PublishContext>]>([
    ['a run as complete as it says', someRun(tests), { collected: 100, shards: 1, exitCode: 1 }],
    ['more warnings than --max-warnings allows', wholeRun(tests), { exitCode: 6 }],
    ['a tenth less', wholeRun(many(90, () => 'passed')), {}],
    ['exactly 80 % failing', wholeRun(many(100, (index) => (index < 80 ? 'failed: x' : 'passed'))), {}],
    ['a module that skips itself', wholeRun({ ...tests, 'tests/b.py::(collection)': 'skipped' }), {}],
    ['no coverage this time', wholeRun(tests), {}],
    ['more coverage', { ...wholeRun(tests), coverage: lines(null) }, {}],
  ])('%s', (_, input, some) => {
    expect(guardsOf(published.attempt(input, some))).toEqual([]);
  });

  it('what the plan states is no baseline: the first run may be much smaller', () => {
    expect(guardsOf(new Published().attempt(wholeRun(tests)))).toEqual([]);
  });
});

describe('coverage', () => {
  it('that a run does not bring stays, with its own date', async () => {
    const before = published.state.feed._roadmap.current.coverage;
    await published.run(wholeRun(tests));
    expect(published.state.feed._roadmap.current.coverage).toEqual(before);
    expect(published.state.lastRun?.coverage).toBeNull();
  });
});
