import { beforeEach, describe, expect, it } from 'vitest';
import { decidePhase, retire } from './decisions.ts';
import { Published, wholeRun, type Tests } from './testing.ts';
import { verifyPublished } from './verify.ts';

const context = { now: '2026-02-20T00:00:00Z', by: 'Ada' };
const files = ['old', 'a', 'b'];
const tests: Tests = Object.fromEntries(
  files.flatMap((file) =>
    Array.from({ length: 30 }, (_, index) => [
      `tests/${file}.py::TestX::test_${index}`,
      index < 25 ? 'failed: x' : 'passed',
    ]),
  ),
);
const fine = Object.fromEntries(
  Array.from({ length: 60 }, (_, index) => [`tests/fine.py::test_${index}`, 'passed']),
);
const all = { ...tests, ...fine };
const without = (...prefixes: string[]): Tests =>
  Object.fromEntries(Object.entries(all).filter(([id]) => !prefixes.some((prefix) => id.startsWith(prefix))));

let published: Published;
beforeEach(async () => {
  published = new Published();
  await published.run(wholeRun(all));
});

const vanish = async (): Promise<void> => {
  await published.run(wholeRun(without('tests/old.py')), { force: { reason: 'cleared up', by: null } });
};

describe('retiring vanished tests', () => {
  it('takes their names out of the count, keeps the reason, and leaves an item', async () => {
    await vanish();
    expect(published.state.feed._roadmap.vanished.count).toBe(25);
    await published.keep(
      retire(published.state, ['tests/old.py::TestX::test_3'], 'The feature is gone.', context),
    );
    const { vanished, ledger, retired } = published.state.feed._roadmap;
    expect(vanished.count).toBe(24);
    expect(ledger?.baseline).toMatchObject({ tracked: 75, vanished: 24, retired: 1, fixed: 0 });
    expect(retired).toEqual([
      {
        id: 'tests/old.py::TestX::test_3',
        reason: 'The feature is gone.',
        by: 'Ada',
        seq: 4,
        at: context.now,
      },
    ]);
    expect(published.state.feed.items[0]).toMatchObject({
      title: '1 vanished test accounted for',
      _roadmap: { kind: 'decision', decision: { kind: 'retire' } },
    });
  });

  it.each(['tests/old.py', 'tests/old.py::TestX', 'tests.old', 'tests.old.TestX'])(
    'takes all of %s at once',
    async (name) => {
      await vanish();
      await published.keep(retire(published.state, [name], 'gone', context));
      expect(published.state.feed._roadmap.vanished).toEqual({ count: 0, tests: [] });
    },
  );

  it('holds over the next runs, until the test comes back', async () => {
    await vanish();
    await published.keep(retire(published.state, ['tests/old.py'], 'gone', context));
    const at = { at: '2026-02-21T00:00:00Z', now: '2026-02-21T00:00:00Z' };
    await published.run(wholeRun(without('tests/old.py')), at);
    expect(published.state.feed._roadmap.ledger?.baseline).toMatchObject({ retired: 25, vanished: 0 });
    await published.run(
      wholeRun({ ...without('tests/old.py'), 'tests/old.py::TestX::test_3': 'failed: x' }),
      at,
    );
    expect(published.state.feed._roadmap.ledger?.baseline).toMatchObject({ retired: 24, open: 51 });
    expect(published.state.feed._roadmap.retired).toHaveLength(24);
    expect((await verifyPublished(published.read)).problems).toEqual([]);
  });

  it('of a test that did not vanish is refused, with what did', async () => {
    expect(retire(published.state, ['tests/a.py'], 'x', context)).toMatchObject({
      ok: false,
      error: { kind: 'usage', message: 'No vanished test is open: there is nothing to retire.' },
    });
    await vanish();
    const built = retire(published.state, ['tests/a.py'], 'x', context);
    expect(built).toMatchObject({ ok: false, error: { kind: 'usage' } });
    expect(JSON.stringify(built)).toContain('Vanished are: tests/old.py::TestX::test_0');
  });
});

const phase = (id: string): object | undefined =>
  published.state.feed._roadmap.phases.find((each) => each.id === id);
const fixedUpTo = (count: number): Tests => {
  const names = Object.keys(tests).filter((id) => tests[id] !== 'passed');
  return { ...all, ...Object.fromEntries(names.slice(0, count).map((id) => [id, 'passed'])) };
};

describe('phases', () => {
  it('move by the tests that were fixed since the baseline', async () => {
    expect(phase('2A')).toMatchObject({ status: 'planned', basis: { kind: 'evidence', fixed: 0 } });
    await published.run(wholeRun(fixedUpTo(3)));
    expect(phase('2A')).toMatchObject({ status: 'active', actual: { fixed: 3 } });
    expect(published.state.feed.items[0]?.content_text).toContain('Phase 2A: planned → active.');
    await published.run(wholeRun(fixedUpTo(22)));
    expect(phase('2A')).toMatchObject({ status: 'done', actual: { fixed: 20 } });
    expect(phase('2B')).toMatchObject({ status: 'active', actual: { fixed: 2 } });
    expect(phase('2D')).toMatchObject({ status: 'deferred' });
  });

  it('do not move for tests that vanished', async () => {
    await vanish();
    expect(phase('2A')).toMatchObject({ status: 'planned' });
  });

  it('set by decision stay as decided, and can be handed back', async () => {
    await published.keep(decidePhase(published.state, '2a', 'done', 'Agreed in review.', context));
    expect(phase('2A')).toMatchObject({
      status: 'done',
      basis: { kind: 'decision', note: 'Agreed in review.', by: 'Ada' },
    });
    expect(published.state.feed.items[0]).toMatchObject({ title: 'Phase 2A decided to be done' });
    const at = { at: '2026-02-21T00:00:00Z', now: '2026-02-21T00:00:00Z' };
    await published.run(wholeRun(fixedUpTo(3)), at);
    expect(phase('2A')).toMatchObject({ status: 'done', basis: { kind: 'decision' } });
    await published.keep(decidePhase(published.state, '2A', 'evidence', 'On second thought.', context));
    expect(phase('2A')).toMatchObject({
      status: 'active',
      basis: { kind: 'evidence', fixed: 3, needed: [20, 25] },
    });
    expect((await verifyPublished(published.read)).problems).toEqual([]);
  });

  it('that do not exist are named', () => {
    expect(decidePhase(published.state, '3X', 'done', 'x', context)).toMatchObject({
      error: { message: 'There is no phase “3X”. Phases are: 1, 2A, 2B, 2C, 2D.' },
    });
  });
});
