import { beforeEach, describe, expect, it } from 'vitest';
import { changeKinds, type ChangeKind } from '../model.ts';
import { Published, someRun, wholeRun, type Tests } from './testing.ts';
import { verifyPublished } from './verify.ts';

let published: Published;
beforeEach(() => {
  published = new Published();
});

/** The lists of the newest run by name, without the empty ones. */
function lists(): Partial<Record<ChangeKind, string[]>> {
  const all = published.state.lastRun?.changes.lists;
  if (!all) throw new Error('no run');
  return Object.fromEntries(
    changeKinds.flatMap((kind) => (all[kind].length > 0 ? [[kind, all[kind].map(({ id }) => id)]] : [])),
  );
}

const ledger = (): object => {
  const { baseline, later } = published.state.feed._roadmap.ledger ?? {};
  const states = (tally: object | undefined): object =>
    Object.fromEntries(Object.entries(tally ?? {}).filter(([, count]) => count !== 0));
  return { baseline: states(baseline), later: states(later) };
};

const first: Tests = {
  'tests/a.py::test_pass': 'passed',
  'tests/a.py::test_one': 'failed: ValueError: one',
  'tests/a.py::test_two': 'failed: ValueError: two',
  'tests/a.py::test_three': 'error: KeyError: three',
  'tests/b.py::TestB::test_four': 'failed: four',
  'tests/b.py::TestB::test_fine': 'passed',
};

describe('the first run', () => {
  it('is the baseline, and what the plan states is none', async () => {
    await published.run(wholeRun(first));
    expect(lists()).toEqual({});
    expect(ledger()).toEqual({ baseline: { tracked: 4, open: 4 }, later: {} });
    const { feed } = published.state;
    expect(feed.items.map((item) => item._roadmap.kind)).toEqual(['run', 'stated']);
    expect(feed.items[0]?.title).toBe('Baseline: 4 of 6 tests fail or break');
    expect(feed._roadmap.ledger?.baselineSeq).toBe(2);
  });
});

describe('what became of each failing test', () => {
  beforeEach(async () => {
    await published.run(wholeRun(first));
  });

  it('fixed, still failing, moved on, newly failing, set aside, new', async () => {
    await published.run(
      wholeRun({
        ...first,
        'tests/a.py::test_pass': 'failed: broken now',
        'tests/a.py::test_one': 'flaky',
        'tests/a.py::test_two': 'failed: TypeError: the next error',
        'tests/b.py::TestB::test_four': 'xfailed',
        'tests/b.py::TestB::test_new': 'passed',
      }),
    );
    expect(lists()).toEqual({
      fixed: ['tests/a.py::test_one'],
      stillFailing: ['tests/a.py::test_three'],
      movedOn: ['tests/a.py::test_two'],
      newlyFailing: ['tests/a.py::test_pass'],
      setAside: ['tests/b.py::TestB::test_four'],
      new: ['tests/b.py::TestB::test_new'],
    });
    expect(ledger()).toEqual({
      baseline: { tracked: 4, open: 2, fixed: 1, setAside: 1 },
      later: { tracked: 1, open: 1 },
    });
    expect(published.state.feed.items[0]?.title).toBe(
      '1 test fixed, 1 newly failing, 1 moved on to another error, 1 set aside',
    );
  });

  it('a failing file that is no longer collected has vanished, it is not fixed', async () => {
    const rest = Object.fromEntries(Object.entries(first).filter(([id]) => !id.startsWith('tests/b.py')));
    await published.run(wholeRun(rest), { force: { reason: 'smaller on purpose', by: null } });
    expect(lists()).toMatchObject({
      vanished: ['tests/b.py::TestB::test_four'],
      removed: ['tests/b.py::TestB::test_fine'],
    });
    expect(lists().fixed).toBeUndefined();
    expect(ledger()).toEqual({ baseline: { tracked: 4, open: 3, vanished: 1 }, later: {} });
    const { vanished } = published.state.feed._roadmap;
    expect(vanished).toMatchObject({
      count: 1,
      tests: [{ id: 'tests/b.py::TestB::test_four', sinceSeq: 3 }],
    });
    expect(published.state.feed.items[0]?.title).toContain('1 vanished while failing');
  });

  it('in a run that is not known to be whole nothing vanishes', async () => {
    const rest = Object.fromEntries(Object.entries(first).filter(([id]) => id !== 'tests/a.py::test_one'));
    await published.run(someRun(rest), { force: { reason: 'x', by: null } });
    expect(lists()).toMatchObject({ notReported: ['tests/a.py::test_one'] });
    expect(ledger()).toMatchObject({ baseline: { tracked: 4, open: 3, notReported: 1 } });
    // Its last outcome is kept: the next whole run is compared with it.
    await published.run(wholeRun(first));
    expect(lists()).toEqual({
      stillFailing: Object.keys(first)
        .filter((id) => /one|two|three|four/.test(id))
        .sort(),
    });
    expect(ledger()).toEqual({ baseline: { tracked: 4, open: 4 }, later: {} });
  });

  it('a test that was deselected is not gone', async () => {
    const rest = Object.fromEntries(Object.entries(first).filter(([id]) => id !== 'tests/a.py::test_one'));
    const run = wholeRun(rest);
    const tests = { ...run.tests, run: { ...run.tests.run, deselected: new Set(['tests.a::test_one']) } };
    await published.run({ ...run, tests }, { force: { reason: 'x', by: null } });
    expect(lists()).toMatchObject({ notReported: ['tests/a.py::test_one'] });
    expect(lists().vanished).toBeUndefined();
  });

  it('other arguments for pytest: nothing follows from what is missing', async () => {
    const told = (tests: Tests, where: string): ReturnType<typeof wholeRun> => {
      const run = wholeRun(tests);
      return { ...run, tests: { ...run.tests, run: { ...run.tests.run, arguments: [[where]] } } };
    };
    await published.run(told(first, 'tests'));
    const rest = Object.fromEntries(Object.entries(first).filter(([id]) => !id.startsWith('tests/b.py')));
    await published.run(told(rest, 'tests/a.py'), { force: { reason: 'x', by: null } });
    expect(published.state.lastRun?.completeness).toEqual({ kind: 'unknown' });
    expect(lists().vanished).toBeUndefined();
    expect(lists().notReported).toHaveLength(2);
  });

  it('a moved file takes its tests along', async () => {
    const moved = Object.fromEntries(
      Object.entries(first).map(([id, said]) => [id.replace('tests/b.py', 'tests/unit/b.py'), said]),
    );
    await published.run(wholeRun({ ...moved, 'tests/unit/b.py::TestB::test_four': 'passed' }));
    expect(lists()).toEqual({
      fixed: ['tests/unit/b.py::TestB::test_four'],
      stillFailing: ['tests/a.py::test_one', 'tests/a.py::test_three', 'tests/a.py::test_two'],
      moved: ['tests/unit/b.py::TestB::test_fine', 'tests/unit/b.py::TestB::test_four'],
    });
    expect(published.state.lastRun?.changes.lists.fixed[0]?.movedFrom).toBe('tests/b.py::TestB::test_four');
    expect(ledger()).toEqual({ baseline: { tracked: 4, open: 3, fixed: 1 }, later: {} });
  });

  it('a test that failed once keeps its own name, though another file seems to have moved there', async () => {
    const old = Object.fromEntries(Object.entries(first).filter(([id]) => !id.startsWith('tests/b.py')));
    const force = { reason: 'x', by: null };
    const moved = {
      'tests/c.py::TestB::test_four': 'failed: four',
      'tests/c.py::TestB::test_fine': 'passed',
    };
    await published.run(wholeRun(old), { force });
    await published.run(wholeRun({ ...old, ...moved }), { force });
    await published.run(wholeRun(first), { force });
    // Of the two tests that were ever called test_four, one has vanished and one is back.
    expect(ledger()).toEqual({ baseline: { tracked: 4, open: 4 }, later: { tracked: 1, vanished: 1 } });
  });

  it('another spelling of the same names is no change', async () => {
    const dotted = Object.fromEntries(
      Object.entries(first).map(([id, said]) => {
        const [file = '', ...rest] = id.split('::');
        const name = rest.pop() ?? '';
        return [`${[file.replaceAll('/', '.').replace(/\.py$/, ''), ...rest].join('.')}::${name}`, said];
      }),
    );
    expect(Object.keys(dotted)).toContain('tests.b.TestB::test_four');
    await published.run(wholeRun(dotted));
    expect(Object.keys(lists())).toEqual(['stillFailing']);
    expect(ledger()).toEqual({ baseline: { tracked: 4, open: 4 }, later: {} });
  });

  it('what vanished and comes back is judged by what it does then', async () => {
    const rest = Object.fromEntries(Object.entries(first).filter(([id]) => !id.startsWith('tests/b.py')));
    const force = { reason: 'x', by: null };
    await published.run(wholeRun(rest), { force });
    await published.run(wholeRun(first));
    expect(lists()).toMatchObject({ new: ['tests/b.py::TestB::test_fine'] });
    expect(lists().stillFailing).toContain('tests/b.py::TestB::test_four');
    expect(ledger()).toEqual({ baseline: { tracked: 4, open: 4 }, later: {} });
    await published.run(wholeRun(rest), { force });
    await published.run(wholeRun({ ...first, 'tests/b.py::TestB::test_four': 'passed' }));
    expect(lists()).toMatchObject({ fixed: ['tests/b.py::TestB::test_four'] });
    expect(ledger()).toEqual({ baseline: { tracked: 4, open: 3, fixed: 1 }, later: {} });
  });

  it('breaking a test and mending it is no progress', async () => {
    const more = { ...first, 'tests/c.py::test_c': 'passed' };
    await published.run(wholeRun({ ...more, 'tests/a.py::test_pass': 'failed: oh' }));
    await published.run(wholeRun(more));
    expect(lists()).toMatchObject({ fixed: ['tests/a.py::test_pass'] });
    expect(ledger()).toEqual({ baseline: { tracked: 4, open: 4 }, later: { tracked: 1, fixed: 1 } });
  });

  it('a fixed test that is skipped later is progress no longer; one that is deleted while passing is', async () => {
    const fixed = { ...first, 'tests/a.py::test_one': 'passed', 'tests/a.py::test_two': 'passed' };
    await published.run(wholeRun(fixed));
    expect(ledger()).toMatchObject({ baseline: { fixed: 2 } });
    const later = { ...fixed, 'tests/a.py::test_one': 'skipped' };
    const rest = Object.fromEntries(Object.entries(later).filter(([id]) => id !== 'tests/a.py::test_two'));
    await published.run(wholeRun(rest), { force: { reason: 'x', by: null } });
    expect(lists()).toMatchObject({ setAside: ['tests/a.py::test_one'], removed: ['tests/a.py::test_two'] });
    expect(ledger()).toMatchObject({ baseline: { fixed: 1, setAside: 1, open: 2 } });
  });
});

describe('publishing again', () => {
  it('the same commit and the same files: nothing', async () => {
    const run = wholeRun(first);
    await published.run(run);
    const last = published.state.lastRun;
    const built = published.attempt(run, {
      commit: last?.source.commit ?? '',
      inputs: last?.source.inputs ?? [],
      now: '2026-03-01T00:00:00Z',
    });
    expect(built).toMatchObject({ ok: true, value: { kind: 'unchanged' } });
  });

  it('the same outcomes at a new commit: a new run, no new item', async () => {
    await published.run(wholeRun(first));
    const items = published.state.feed.items;
    await published.run(wholeRun(first));
    expect(published.state.feed.items).toEqual(items);
    expect(published.state.index.runs.map((run) => run.seq)).toEqual([2, 3]);
    expect(published.state.feed._roadmap).toMatchObject({
      seq: 3,
      current: { seq: 3 },
      history: { count: 3 },
    });
  });

  it('the same arguments give the same bytes, in whatever order the tests ran', async () => {
    const shuffled = Object.fromEntries(Object.entries(first).reverse());
    const files = (tests: Tests): unknown => {
      const built = published.attempt(wholeRun(tests));
      return built.ok && built.value.kind === 'published' ? built.value.files : built;
    };
    expect(files(shuffled)).toEqual(files(first));
    await published.run(wholeRun(first));
    const next = { ...first, 'tests/a.py::test_one': 'passed' };
    expect(files(Object.fromEntries(Object.entries(next).reverse()))).toEqual(files(next));
  });

  it('writes what is pointed to first, and the feed last', async () => {
    const { files } = await published.run(wholeRun(first));
    const paths = files.map((file) => file.path);
    expect(paths.slice(0, 2)).toEqual(['runs/2.json', 'runs/index.json']);
    expect(paths.at(-1)).toBe('feed.json');
    expect(paths).toContain('badge/pass-rate.json');
  });
});

describe('a long history', () => {
  it('holds together, and the feed stays small', async () => {
    for (let day = 1; day <= 70; day += 1) {
      const outcome = day % 3 === 0 ? 'passed' : `failed: message ${day % 2}`;
      await published.run(wholeRun({ ...first, 'tests/a.py::test_one': outcome }));
    }
    const { problems, runs } = await verifyPublished(published.read);
    expect(problems).toEqual([]);
    expect(runs).toBe(70);
    expect(published.state.feed._roadmap.history).toMatchObject({ count: 71 });
    expect(published.state.feed._roadmap.history.head).toHaveLength(60);
    expect(published.documents.get('feed.json')?.length).toBeLessThan(250_000);
  });
});
