import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { guardHelp } from '../../feed/guard-help.ts';
import type { RoadmapFeed } from '../../feed/model.ts';
import { first, junit, publishedFeed, redgreen, site, teamFolder } from '../testing.ts';

const made = path.join(import.meta.dirname, '../../reports/fixtures/made');

const { path: cwd, publish } = teamFolder();
const feed = (): Promise<RoadmapFeed> => publishedFeed(cwd());

describe('redgreen feed publish', () => {
  it('publishes, and publishes on', async () => {
    const { code, out } = await publish(...site, '--collected', '4', 'report.xml');
    expect(out).toContain('Run 2: Baseline: 2 of 4 tests fail or break');
    expect(code).toBe(0);
    await junit(path.join(cwd(), 'report.xml'), { ...first, 'tests.a::test_1': 'passed' });
    const second = await publish('--collected', '4', 'report.xml');
    expect(second).toMatchObject({ code: 0, err: '' });
    expect(second.out).toContain('1 test fixed');
    expect((await feed())._roadmap.ledger?.baseline).toMatchObject({ fixed: 1, open: 1 });
    expect(await redgreen(cwd(), ['feed', 'verify'])).toMatchObject({
      code: 0,
      out: 'Sound: 2 runs, 3 items.',
    });
    expect((await readdir(path.join(cwd(), 'published'))).sort()).toEqual(['badge', 'feed.json', 'runs']);
  });

  it('the same commit and the same files: no write', async () => {
    await publish(...site, '--commit', 'abc', 'report.xml');
    const before = await readFile(path.join(cwd(), 'published/feed.json'), 'utf8');
    const again = await publish('--commit', 'abc', 'report.xml');
    expect(again).toMatchObject({ code: 0, out: expect.stringContaining('Nothing to publish.') as string });
    expect(await readFile(path.join(cwd(), 'published/feed.json'), 'utf8')).toBe(before);
    expect(await readdir(path.join(cwd(), 'published/runs'))).toHaveLength(2);
  });

  it('--dry-run says what would change and writes nothing', async () => {
    const { code, out } = await publish(...site, '--dry-run', 'report.xml');
    expect(code).toBe(0);
    expect(out).toMatch(/Baseline: 2 of 4.*Nothing was written/s);
    expect(await readdir(cwd())).toEqual(['report.xml']);
  });

  it('takes a folder of shards, packed or not, and the order does not matter', async () => {
    await mkdir(path.join(cwd(), 'reports'));
    for (const name of ['shard-1.xml', 'shard-2.xml', 'shard-1.collected.json', 'shard-2.collected.json']) {
      await cp(path.join(made, name), path.join(cwd(), 'reports', name));
    }
    const { code, out } = await publish(...site, 'reports', '--shards', '2');
    expect(out).toContain('Complete: all 24 collected tests have a result.');
    expect(code).toBe(0);
    const { source } = (await feed())._roadmap;
    expect(source.inputs.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      'reports/shard-1.collected.json collected',
      'reports/shard-1.xml junit',
      'reports/shard-2.collected.json collected',
      'reports/shard-2.xml junit',
    ]);
  });

  it('two reports that disagree are told, and the worse outcome counts', async () => {
    await junit(path.join(cwd(), 'other.xml'), { ...first, 'tests.a::test_3': 'failed: here only' });
    const { code, out } = await publish(...site, 'report.xml', 'other.xml');
    expect(code).toBe(0);
    expect(out).toMatch(
      /The reports disagree about 1 test; the worse outcome was taken:\n {2}tests\.a::test_3: failed, passed/,
    );
    expect((await feed())._roadmap.current).toMatchObject({ failing: 3, passing: 1 });
  });

  it('texts that don’t fit into the feed are told before anything is written', async () => {
    const { code, err } = await publish(...site, '--commit', 'x'.repeat(101), 'report.xml');
    expect(err).toBe('--commit takes at most 100 characters; this has 101.');
    expect(code).toBe(1);
    expect(await readdir(path.join(cwd(), 'published'))).toEqual([]);
  });

  it('hollow tests come from coverage with contexts', async () => {
    const { code, out } = await publish(
      ...site,
      path.join(made, 'covered.xunit2.xml'),
      path.join(made, 'covered.contexts.json'),
    );
    expect(code).toBe(0);
    expect(out).toContain('Hollow: 3 of 6 passing tests run no line of the app in their call phase.');
    expect(out).toContain('Coverage: 76.9 %');
  });

  it.each([
    [
      'a file that is not there',
      ['nothing.xml'],
      /nothing.xml: there is no such file. Did pytest write its report\?/,
    ],
    ['a report that is cut off', ['cut.xml'], /cut.xml:1:\d+: the file ends too early/],
    ['coverage alone', [path.join(made, 'covered.lines.xml')], /None of these files is a test report/],
    ['an empty folder', ['empty'], /empty: no .xml or .json file/],
  ])('%s: exit code 2', async (_, files, message) => {
    await mkdir(path.join(cwd(), 'empty'));
    await writeFile(path.join(cwd(), 'cut.xml'), '<testsuites><testsuite>');
    const { code, err } = await publish(...site, ...files);
    expect(err).toMatch(message);
    expect(code).toBe(2);
  });

  it('a guard: exit code 4, all of them named; --force with a reason goes on', async () => {
    await publish(...site, 'report.xml');
    const part = await publish(path.join(made, 'maxfail.xml'), '--collected', '1547');
    expect(part.code).toBe(4);
    expect(part.err).toMatch(/Not published:\n {2}incomplete: 2 results of 1547 collected tests/);
    const forced = await publish(
      path.join(made, 'maxfail.xml'),
      '--collected',
      '1547',
      '--force',
      '--reason',
      'trying it',
    );
    expect(forced.code).toBe(0);
    expect((await feed()).items[0]?._roadmap).toMatchObject({
      overrides: expect.arrayContaining([]) as unknown[],
    });
    expect((await feed()).items[0]?.content_text).toContain('Reason given: trying it');
  });

  it('without a feed it does not begin by itself', async () => {
    const { code, err } = await publish('report.xml');
    expect(err).toContain('If this is the very first publication, say --init.');
    expect(code).toBe(4);
  });

  it('never begins again from a feed that it can’t read; by force it keeps the old one', async () => {
    await publish(...site, 'report.xml');
    const file = path.join(cwd(), 'published/feed.json');
    const damaged = (await readFile(file, 'utf8')).slice(0, -200);
    await writeFile(file, damaged);
    const refused = await publish(...site, 'report.xml');
    expect(refused).toMatchObject({ code: 4, err: expect.stringContaining('unreadable-feed') as string });
    expect(refused.err).toContain(guardHelp['unreadable-feed'].says[0]);
    expect(refused.err).toContain('roadmap/publish/#guard-unreadable-feed');
    expect(await readFile(file, 'utf8')).toBe(damaged);
    const forced = await publish(...site, 'report.xml', '--force', '--reason', 'the disk died');
    expect(forced).toMatchObject({ code: 0, err: '' });
    expect((await feed())._roadmap.seq).toBe(3);
    const kept = await readdir(path.join(cwd(), 'published/unreadable'));
    expect(kept).toEqual(['2026-02-28T120000Z-feed.json', '2026-02-28T120000Z-index.json']);
    expect(await readFile(path.join(cwd(), 'published/unreadable', kept[0] ?? ''), 'utf8')).toBe(damaged);
  });

  it('knows where it runs', async () => {
    await redgreen(cwd(), ['feed', 'publish', ...site, 'report.xml'], {
      GITHUB_ACTIONS: 'true',
      GITHUB_SHA: 'a1b2c3',
      GITHUB_REF_NAME: 'main',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'team/app',
      GITHUB_RUN_ID: '77',
    });
    expect((await feed())._roadmap.source).toMatchObject({
      commit: 'a1b2c3',
      branch: 'main',
      runUrl: 'https://github.com/team/app/actions/runs/77',
      runId: '77',
    });
    await junit(path.join(cwd(), 'report.xml'), { ...first, 'tests.a::test_1': 'passed' });
    await redgreen(cwd(), ['feed', 'publish', 'report.xml'], {
      GITLAB_CI: 'true',
      CI_COMMIT_SHA: 'd4e5f6',
      CI_COMMIT_REF_NAME: 'dev',
      CI_PIPELINE_URL: 'https://gitlab.example/p/1',
      CI_PIPELINE_ID: '1',
      CI_PIPELINE_CREATED_AT: '2026-02-28T12:00:00Z',
    });
    expect((await feed())._roadmap).toMatchObject({
      source: { commit: 'd4e5f6', branch: 'dev', runUrl: 'https://gitlab.example/p/1', runId: '1' },
    });
  });
});
