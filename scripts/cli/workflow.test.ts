import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseFeed, parseRunFile, parseText, type RoadmapFeed, type RunFile } from '../../src/feed/model.ts';
import { buildCli } from '../build-cli.ts';
import { ROOT } from '../setup/paths.mjs';
import { PYTHON } from '../setup/set-up.ts';
import { serve, type Served } from './served.ts';
import { logOf, runWorkflow, type StepResult } from './workflow.ts';

/** Failing tests of three causes, one of them only in its set-up, and one that tests its own mock. */
const BROKEN = `
from unittest.mock import MagicMock, patch

import pytest

from app.services.text_chunker import TextChunker


@patch("app.tasks.health_tasks.model_loader")
def test_patched_where_it_is_not(loader: MagicMock) -> None:
    assert loader


def test_old_expectation() -> None:
    assert TextChunker.__name__ == "Chunker"


@pytest.fixture
def chunker() -> None:
    raise RuntimeError("no model here")


def test_broken_before_it_begins(chunker: None) -> None:
    assert True


def test_its_own_mock() -> None:
    mock = MagicMock(return_value=3)
    assert mock() == 3
`;

let folder = '';
let work = '';
let served: Served | undefined;
const env = (): NodeJS.ProcessEnv => ({
  ...process.env,
  PATH: [dirname(PYTHON), dirname(process.execPath), process.env.PATH].join(delimiter),
  REDGREEN: served?.url,
  GITHUB_ACTIONS: 'true',
  GITHUB_SHA: git('rev-parse', 'HEAD'),
  GITHUB_REF_NAME: 'main',
  GITHUB_SERVER_URL: 'https://github.example',
  GITHUB_REPOSITORY: 'team/backend',
  GITHUB_RUN_ID: '7',
  npm_config_cache: join(folder, 'npm-cache'),
  npm_config_registry: 'http://127.0.0.1:9/',
  npm_config_update_notifier: 'false',
  PYTHONDONTWRITEBYTECODE: '1',
});

const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...args], {
    cwd: work,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();

const broken = (): string => join(work, 'app/tasks/test_broken.py');

async function pushAndRun(message: string, first = false): Promise<StepResult[]> {
  git('add', '--all');
  git('commit', '--quiet', '-m', message);
  git('push', '--quiet', 'origin', 'HEAD:main');
  return runWorkflow(work, env(), first);
}

/** What the site would follow: the newest documents on the feed's branch. */
function published(): { feed: RoadmapFeed; run: RunFile } {
  git('fetch', '--quiet', 'origin', '+redgreen-feed:refs/test/feed');
  const feed = parseText(git('show', 'refs/test/feed:feed.json'), parseFeed);
  if (feed.kind !== 'ok') throw new Error('the feed is not sound');
  const run = parseText(
    git('show', `refs/test/feed:runs/${feed.value._roadmap.current.seq}.json`),
    parseRunFile,
  );
  if (run.kind !== 'ok') throw new Error('the run is not sound');
  return { feed: feed.value, run: run.value };
}

const names = (entries: readonly { id: string }[]): string[] => entries.map(({ id }) => id);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'redgreen-workflow-'));
  work = join(folder, 'work');
  const remote = join(folder, 'remote.git');
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', remote]);
  execFileSync('git', ['clone', '--quiet', remote, work], { stdio: 'ignore' });
  cpSync(join(ROOT, 'src/app'), join(work, 'app'), {
    recursive: true,
    filter: (path) => !path.includes('__pycache__'),
  });
  renameSync(join(work, 'app/pytest.ini'), join(work, 'pytest.ini'));
  writeFileSync(
    join(work, '.gitignore'),
    'report.xml\n*.json\n.coverage\nredgreen_collect.py\n__pycache__/\n.pytest_cache/\n',
  );
  writeFileSync(broken(), BROKEN);
  const tgz = join(folder, 'redgreen.tgz');
  await buildCli(tgz, { SITE_URL: 'https://handbook.example' });
  served = await serve(tgz);
}, 60_000);
afterAll(() => {
  served?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the ready workflow, on the sample backend with failures put in', () => {
  let total = 0;

  it('does not begin a feed by itself', async () => {
    const results = await pushAndRun('begin');
    expect(results.at(-1), logOf(results)).toMatchObject({ name: 'Publish', code: 4 });
    expect(results.at(-1)?.output).toContain('If this is the very first publication, say --init.');
  }, 120_000);

  it('publishes the baseline, and the job fails like its tests', async () => {
    const results = await runWorkflow(work, env(), true);
    expect(results.at(-1), logOf(results)).toMatchObject({ name: 'Say how the tests ended', code: 1 });
    const { feed, run } = published();
    expect(feed._roadmap.current).toMatchObject({ kind: 'run', failing: 2, errors: 1 });
    total = feed._roadmap.current.total;
    expect(total).toBeGreaterThan(50);
    expect(run.completeness).toEqual({ kind: 'whole', collected: total });
    expect(feed._roadmap.source).toMatchObject({
      runUrl: 'https://github.example/team/backend/actions/runs/7',
    });
    expect(feed._roadmap.current.coverage).toMatchObject({ kind: 'counts' });
    expect(run.hollowTests).toContain('app/tasks/test_broken.py::test_its_own_mock');
  }, 120_000);

  it('follows a test that was fixed', async () => {
    writeFileSync(broken(), BROKEN.replace('== "Chunker"', '== "TextChunker"'));
    const results = await pushAndRun('mend one');
    expect(results.at(-1), logOf(results)).toMatchObject({ code: 1 });
    const { feed, run } = published();
    expect(names(run.changes.lists.fixed)).toEqual(['app/tasks/test_broken.py::test_old_expectation']);
    expect(feed._roadmap.ledger?.baseline).toMatchObject({ tracked: 3, fixed: 1, open: 2 });
    expect(feed.items[0]?.title).toBe('1 test fixed');
  }, 120_000);

  it('says vanished, not fixed, when a failing file is renamed so that pytest does not collect it', async () => {
    renameSync(broken(), join(work, 'app/tasks/_disabled_test_broken.py'));
    const results = await pushAndRun('make it green');
    // Every test that is left passes, so the job is green. The feed tells what became of the others.
    expect(results.at(-1), logOf(results)).toMatchObject({ name: 'Say how the tests ended', code: 0 });
    const { feed, run } = published();
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

describe('the ready files', () => {
  it.each(['github-actions.yml', 'gitlab-ci.yml'])('%s asks only for options that there are', (name) => {
    const text = readFileSync(join(ROOT, 'docs/publish', name), 'utf8');
    expect(() => parse(text) as unknown).not.toThrow();
    const commands =
      text.replace(/\\\n\s*/g, ' ').match(/feed publish[^\n]*(?:\n\s+report\.xml[^\n]*)?/g) ?? [];
    expect(commands.length).toBeGreaterThan(0);
    const program = join(ROOT, 'src/cli/main.ts');
    const help = execFileSync(process.execPath, [program, 'feed', 'publish', '--help'], { encoding: 'utf8' });
    const options = commands.flatMap((command) => command.match(/--[a-z-]+/g) ?? []);
    expect(options).toContain('--git-branch');
    for (const option of [...options, '--init']) expect(help).toContain(option);
  });

  it('both measure and publish the same files', () => {
    const lines = ['github-actions.yml', 'gitlab-ci.yml'].map((name) => {
      const text = readFileSync(join(ROOT, 'docs/publish', name), 'utf8').replace(/\s*\\?\n\s+/g, ' ');
      return [
        /-p redgreen_collect.*?--cov-report=/.exec(text)?.[0],
        /report\.xml redgreen-collected\.json coverage\.json/.exec(text)?.[0],
        /coverage json -q --show-contexts -o coverage\.json/.exec(text)?.[0],
      ];
    });
    expect(lines[0]).toEqual(lines[1]);
    expect(lines[0]).not.toContain(undefined);
  });
});
