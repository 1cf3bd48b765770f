/** A team's repository with the sample backend in it, and its remote: what the ready CI files are run in. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import {
  parseFeed,
  parseRunFile,
  parseText,
  type RoadmapFeed,
  type RunFile,
} from '../../../src/feed/model.ts';
import { ROOT } from '../../setup/paths.mjs';
import { PYTHON } from '../../setup/set-up.ts';

/** Failing tests of three causes, one of them only in its set-up, and one that tests its own mock. */
export const BROKEN = `
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

/** Made by a run; the repository must not hold it. */
const MADE = 'reports/\n.coverage\nredgreen_collect.py\npublic/\n__pycache__/\n.pytest_cache/\n';

export class Team {
  /** Holds everything of this team; removed by {@link close}. */
  readonly folder = mkdtempSync(join(tmpdir(), 'redgreen-team-'));
  readonly work = join(this.folder, 'work');
  readonly remote = join(this.folder, 'remote.git');
  /** The file with the failing tests. */
  readonly broken = join(this.work, 'app/tasks/test_broken.py');

  constructor() {
    execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', this.remote]);
    execFileSync('git', ['clone', '--quiet', this.remote, this.work], { stdio: 'ignore' });
    cpSync(join(ROOT, 'src/app'), join(this.work, 'app'), {
      recursive: true,
      filter: (path) => !path.includes('__pycache__'),
    });
    renameSync(join(this.work, 'app/pytest.ini'), join(this.work, 'pytest.ini'));
    writeFileSync(join(this.work, '.gitignore'), MADE);
    writeFileSync(this.broken, BROKEN);
  }

  git(...args: string[]): string {
    return execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...args], {
      cwd: this.work,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();
  }

  /** Commit all and push it to main. */
  push(message: string): void {
    this.git('add', '--all');
    this.git('commit', '--quiet', '-m', message);
    this.git('push', '--quiet', 'origin', 'HEAD:main');
  }

  /** The environment of a job: our Python and Node, the packed command at `redgreen`, no npm registry. */
  environment(redgreen: string, ci: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
    return {
      ...process.env,
      // These tests may run in CI themselves.
      GITHUB_ACTIONS: undefined,
      GITLAB_CI: undefined,
      PATH: [dirname(PYTHON), dirname(process.execPath), process.env.PATH].join(delimiter),
      REDGREEN: redgreen,
      npm_config_cache: join(this.folder, 'npm-cache'),
      npm_config_registry: 'http://127.0.0.1:9/',
      npm_config_update_notifier: 'false',
      PYTHONDONTWRITEBYTECODE: '1',
      ...ci,
    };
  }

  /** What the site would follow: the newest documents on the feed's branch. */
  published(): { feed: RoadmapFeed; run: RunFile } {
    this.git('fetch', '--quiet', 'origin', '+redgreen-feed:refs/test/feed');
    const feed = parseText(this.git('show', 'refs/test/feed:feed.json'), parseFeed);
    if (feed.kind !== 'ok') throw new Error('the feed is not sound');
    const { seq } = feed.value._roadmap.current;
    const run = parseText(this.git('show', `refs/test/feed:runs/${seq}.json`), parseRunFile);
    if (run.kind !== 'ok') throw new Error('the run is not sound');
    return { feed: feed.value, run: run.value };
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
