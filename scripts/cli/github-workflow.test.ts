import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildCli } from '../build-cli.ts';
import { logOf, runWorkflow, type StepResult } from './testing/github-workflow.ts';
import { serve, type Served } from './testing/served.ts';
import { BROKEN, Team } from './testing/team.ts';

const team = new Team();
let served: Served | undefined;
const env = (): NodeJS.ProcessEnv =>
  team.environment(served?.url ?? '', {
    GITHUB_ACTIONS: 'true',
    GITHUB_SHA: team.git('rev-parse', 'HEAD'),
    GITHUB_REF_NAME: 'main',
    GITHUB_SERVER_URL: 'https://github.example',
    GITHUB_REPOSITORY: 'team/backend',
    GITHUB_RUN_ID: '7',
  });

function pushAndRun(message: string, first = false): Promise<StepResult[]> {
  team.push(message);
  return runWorkflow(team.work, env(), first);
}

const names = (entries: readonly { id: string }[]): string[] => entries.map(({ id }) => id);

beforeAll(async () => {
  const tgz = join(team.folder, 'redgreen.tgz');
  await buildCli(tgz, { SITE_URL: 'https://handbook.example' });
  served = await serve(tgz);
}, 60_000);
afterAll(() => {
  served?.close();
  team.close();
});

describe('the ready workflow, on the sample backend with failures put in', () => {
  let total = 0;

  it('does not begin a feed by itself', async () => {
    const results = await pushAndRun('begin');
    expect(results.at(-1), logOf(results)).toMatchObject({ name: 'Publish', code: 4 });
    expect(results.at(-1)?.output).toContain('If this is the very first publication, say --init.');
  }, 120_000);

  it('publishes the baseline, and the job fails like its tests', async () => {
    const results = await runWorkflow(team.work, env(), true);
    expect(results.at(-1), logOf(results)).toMatchObject({ name: 'Say how the tests ended', code: 1 });
    const { feed, run } = team.published();
    expect(feed._roadmap.current).toMatchObject({ kind: 'run', failing: 2, errors: 1 });
    total = feed._roadmap.current.total;
    expect(total).toBeGreaterThan(50);
    expect(run.completeness).toEqual({ kind: 'whole', collected: total });
    expect(feed.feed_url).toBe('https://raw.githubusercontent.com/team/backend/redgreen-feed/feed.json');
    expect(feed._roadmap.source).toMatchObject({
      runUrl: 'https://github.example/team/backend/actions/runs/7',
    });
    expect(feed._roadmap.current.coverage).toMatchObject({ kind: 'counts' });
    expect(run.hollowTests).toContain('app/tasks/test_broken.py::test_its_own_mock');
  }, 120_000);

  it('follows a test that was fixed', async () => {
    writeFileSync(team.broken, BROKEN.replace('== "Chunker"', '== "TextChunker"'));
    const results = await pushAndRun('mend one');
    expect(results.at(-1), logOf(results)).toMatchObject({ code: 1 });
    const { feed, run } = team.published();
    expect(names(run.changes.lists.fixed)).toEqual(['app/tasks/test_broken.py::test_old_expectation']);
    expect(feed._roadmap.ledger?.baseline).toMatchObject({ tracked: 3, fixed: 1, open: 2 });
    expect(feed.items[0]?.title).toBe('1 test fixed');
  }, 120_000);

  it('says vanished, not fixed, when a failing file is renamed so that pytest does not collect it', async () => {
    renameSync(team.broken, join(team.work, 'app/tasks/_disabled_test_broken.py'));
    const results = await pushAndRun('make it green');
    // Every test that is left passes, so the job is green. The feed tells what became of the others.
    expect(results.at(-1), logOf(results)).toMatchObject({ name: 'Say how the tests ended', code: 0 });
    const { feed, run } = team.published();
    expect(feed._roadmap.current).toMatchObject({ failing: 0, errors: 0, total: total - 4 });
    expect(names(run.changes.lists.vanished)).toEqual([
      'app/tasks/test_broken.py::test_broken_before_it_begins',
      'app/tasks/test_broken.py::test_patched_where_it_is_not',
    ]);
    expect(run.changes.lists.fixed).toEqual([]);
    expect(feed._roadmap.ledger?.baseline).toMatchObject({ tracked: 3, fixed: 1, vanished: 2, open: 0 });
    expect(feed._roadmap.vanished.count).toBe(2);
    expect(feed.items[0]?.title).toBe('2 vanished while failing');
  }, 120_000);
});
