import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { RoadmapFeed } from '../feed/model.ts';
import { folder, junit, redgreen } from './testing.ts';

const made = path.join(import.meta.dirname, '../reports/fixtures/made');
const site = ['--init', '--site', 'https://handbook.example/'];
const first = {
  'tests.a::test_1': 'failed: one',
  'tests.a::test_2': 'failed: two',
  'tests.a::test_3': 'passed',
  'tests.b::test_4': 'passed',
};

let cwd: string;
beforeEach(async () => {
  cwd = await folder();
  await junit(path.join(cwd, 'report.xml'), first);
});

const publish = (...args: string[]): ReturnType<typeof redgreen> =>
  redgreen(cwd, ['feed', 'publish', ...args]);
const feed = async (): Promise<RoadmapFeed> =>
  JSON.parse(await readFile(path.join(cwd, 'published/feed.json'), 'utf8')) as RoadmapFeed;

describe('redgreen', () => {
  it('says what it can do, and what each command can', async () => {
    expect(await redgreen(cwd, [])).toMatchObject({
      code: 0,
      out: expect.stringContaining('feed publish') as string,
    });
    for (const name of ['publish', 'verify', 'retire', 'phase', 'hook']) {
      const { code, out } = await redgreen(cwd, ['feed', name, '--help']);
      expect(code).toBe(0);
      expect(out).toContain(`redgreen feed ${name}`);
    }
  });

  it.each([
    [['frobnicate'], /no command “frobnicate”/],
    [['feed', 'publish'], /Which reports/],
    [
      ['feed', 'publish', '--colected', '3', 'report.xml'],
      /Unknown option '--colected'.* See: redgreen feed publish --help/,
    ],
    [['feed', 'publish', '--collected', 'many', 'report.xml'], /--collected needs a number/],
    [['feed', 'publish', '--force', 'report.xml'], /--reason is needed/],
    [['feed', 'publish', '--at', 'yesterday', ...site, 'report.xml'], /--at needs a time with a zone/],
    [['feed', 'publish', '--init', '--site', 'nonsense', 'report.xml'], /--site needs an address/],
    [['feed', 'phase', '2A', '--status', 'finished', '--note', 'x'], /--status is one of planned, active/],
    [['feed', 'phase', '2A', '--status', 'done'], /--note is needed/],
    [['feed', 'retire', '--reason', 'x'], /Which tests/],
  ])('%j: usage, exit code 1', async (args, message) => {
    const { code, err, out } = await redgreen(cwd, args);
    expect(err).toMatch(message);
    expect({ code, out }).toEqual({ code: 1, out: '' });
  });

  it('prints the pytest plugin as it is in the repository', async () => {
    const { code, out } = await redgreen(cwd, ['feed', 'hook']);
    expect(code).toBe(0);
    const file = path.join(import.meta.dirname, '../../docs/publish/redgreen_collect.py');
    expect(`${out}\n`).toBe(await readFile(file, 'utf8'));
  });
});

describe('redgreen feed publish', () => {
  it('publishes, and publishes on', async () => {
    const { code, out } = await publish(...site, '--collected', '4', 'report.xml');
    expect(out).toContain('Run 2: Baseline: 2 of 4 tests fail or break');
    expect(code).toBe(0);
    await junit(path.join(cwd, 'report.xml'), { ...first, 'tests.a::test_1': 'passed' });
    const second = await publish('--collected', '4', 'report.xml');
    expect(second).toMatchObject({ code: 0, err: '' });
    expect(second.out).toContain('1 test fixed');
    expect((await feed())._roadmap.ledger?.baseline).toMatchObject({ fixed: 1, open: 1 });
    expect(await redgreen(cwd, ['feed', 'verify'])).toMatchObject({
      code: 0,
      out: 'Sound: 2 runs, 3 items.',
    });
    expect((await readdir(path.join(cwd, 'published'))).sort()).toEqual(['badge', 'feed.json', 'runs']);
  });

  it('the same commit and the same files: no write', async () => {
    await publish(...site, '--commit', 'abc', 'report.xml');
    const before = await readFile(path.join(cwd, 'published/feed.json'), 'utf8');
    const again = await publish('--commit', 'abc', 'report.xml');
    expect(again).toMatchObject({ code: 0, out: expect.stringContaining('Nothing to publish.') as string });
    expect(await readFile(path.join(cwd, 'published/feed.json'), 'utf8')).toBe(before);
    expect(await readdir(path.join(cwd, 'published/runs'))).toHaveLength(2);
  });

  it('--dry-run says what would change and writes nothing', async () => {
    const { code, out } = await publish(...site, '--dry-run', 'report.xml');
    expect(code).toBe(0);
    expect(out).toMatch(/Baseline: 2 of 4.*Nothing was written/s);
    expect(await readdir(cwd)).toEqual(['report.xml']);
  });

  it('takes a folder of shards, packed or not, and the order does not matter', async () => {
    await mkdir(path.join(cwd, 'reports'));
    for (const name of ['shard-1.xml', 'shard-2.xml', 'shard-1.collected.json', 'shard-2.collected.json']) {
      await cp(path.join(made, name), path.join(cwd, 'reports', name));
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
    await junit(path.join(cwd, 'other.xml'), { ...first, 'tests.a::test_3': 'failed: here only' });
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
    expect(await readdir(path.join(cwd, 'published'))).toEqual([]);
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
    await mkdir(path.join(cwd, 'empty'));
    await writeFile(path.join(cwd, 'cut.xml'), '<testsuites><testsuite>');
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
    const file = path.join(cwd, 'published/feed.json');
    const damaged = (await readFile(file, 'utf8')).slice(0, -200);
    await writeFile(file, damaged);
    const refused = await publish(...site, 'report.xml');
    expect(refused).toMatchObject({ code: 4, err: expect.stringContaining('unreadable-feed') as string });
    expect(await readFile(file, 'utf8')).toBe(damaged);
    const forced = await publish(...site, 'report.xml', '--force', '--reason', 'the disk died');
    expect(forced).toMatchObject({ code: 0, err: '' });
    expect((await feed())._roadmap.seq).toBe(3);
    const kept = await readdir(path.join(cwd, 'published/unreadable'));
    expect(kept).toEqual(['2026-02-28T120000Z-feed.json', '2026-02-28T120000Z-index.json']);
    expect(await readFile(path.join(cwd, 'published/unreadable', kept[0] ?? ''), 'utf8')).toBe(damaged);
  });

  it('knows where it runs', async () => {
    await redgreen(cwd, ['feed', 'publish', ...site, 'report.xml'], {
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
    await junit(path.join(cwd, 'report.xml'), { ...first, 'tests.a::test_1': 'passed' });
    await redgreen(cwd, ['feed', 'publish', 'report.xml'], {
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

describe('decisions', () => {
  it('retire and phase write into the feed; a wrong name is usage', async () => {
    await publish(...site, '--collected', '4', 'report.xml');
    await junit(path.join(cwd, 'report.xml'), {
      'tests.a::test_2': 'failed: two',
      'tests.a::test_3': 'passed',
    });
    await publish('report.xml', '--collected', '2', '--force', '--reason', 'fewer tests');
    expect((await feed())._roadmap.vanished.count).toBe(1);
    const wrong = await redgreen(cwd, ['feed', 'retire', 'tests.x', '--reason', 'gone']);
    expect(wrong).toMatchObject({
      code: 1,
      err: expect.stringContaining('Vanished are: tests.a::test_1') as string,
    });
    const right = await redgreen(cwd, [
      'feed',
      'retire',
      'tests.a::test_1',
      '--reason',
      'gone',
      '--by',
      'Ada',
    ]);
    expect(right).toMatchObject({ code: 0, err: '' });
    const phase = await redgreen(cwd, ['feed', 'phase', '2A', '--status', 'active', '--note', 'We begin.']);
    expect(phase).toMatchObject({
      code: 0,
      out: expect.stringContaining('Phase 2A decided to be active') as string,
    });
    const { _roadmap } = await feed();
    expect(_roadmap.vanished.count).toBe(0);
    expect(_roadmap.retired).toMatchObject([{ id: 'tests.a::test_1', by: 'Ada' }]);
    expect(await redgreen(cwd, ['feed', 'verify'])).toMatchObject({ code: 0 });
  });

  it('need a feed', async () => {
    const { code, err } = await redgreen(cwd, ['feed', 'retire', 'x', '--reason', 'y']);
    expect(err).toBe('There is no feed.json in published.');
    expect(code).toBe(1);
  });
});

describe('a feed on a server', () => {
  it('is gone on from, and verified, by its address', async () => {
    await publish(...site, '--collected', '4', 'report.xml');
    const server = createServer((request, response) => {
      void readFile(path.join(cwd, 'published', request.url ?? '')).then(
        (content) => response.end(content),
        () => response.writeHead(404).end(),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address() as AddressInfo; // a TCP server's
    const url = `http://127.0.0.1:${address.port}`;
    try {
      expect(await redgreen(cwd, ['feed', 'verify', `${url}/feed.json`])).toMatchObject({ code: 0 });
      await junit(path.join(cwd, 'report.xml'), { ...first, 'tests.a::test_1': 'passed' });
      const ended = await publish('--old', url, '--feed', 'new', '--collected', '4', 'report.xml');
      expect(ended).toMatchObject({ code: 0, err: '' });
      expect((await readdir(path.join(cwd, 'new/runs'))).sort()).toEqual(['3.json', 'index.json']);
      await cp(path.join(cwd, 'new'), path.join(cwd, 'published'), { recursive: true });
      expect(await redgreen(cwd, ['feed', 'verify', url])).toMatchObject({
        code: 0,
        out: 'Sound: 2 runs, 3 items.',
      });
    } finally {
      server.close();
    }
  });
});

describe('redgreen feed verify', () => {
  it('finds a changed byte', async () => {
    await publish(...site, 'report.xml');
    const file = path.join(cwd, 'published/runs/2.json');
    await writeFile(file, (await readFile(file, 'utf8')).replace('two', 'tow'));
    const { code, err } = await redgreen(cwd, ['feed', 'verify', 'published']);
    expect(err).toMatch(/^runs\/2.json: was changed/);
    expect(code).toBe(2);
  });

  it('a server that is not there: exit code 3', async () => {
    const { code, err } = await redgreen(cwd, ['feed', 'verify', 'http://127.0.0.1:9/feed.json']);
    expect(err).toMatch(/can't be reached/);
    expect(code).toBe(3);
  });
});
