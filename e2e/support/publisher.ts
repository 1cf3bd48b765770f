/** A team that runs real pytest on the sample backend and publishes with the command that the site ships. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bash, type Ended } from '../../scripts/cli/testing/bash.ts';
import { Team } from '../../scripts/cli/testing/team.ts';
import type { Site } from './site.ts';

/** Two tests that patch a name where it is not, one with an old expectation, one that breaks in its set-up. */
export const FAILING = `
from unittest.mock import MagicMock, patch

import pytest

from app.services.text_chunker import TextChunker


@patch("app.tasks.health_tasks.model_loader")
def test_first_patch(loader: MagicMock) -> None:
    assert loader


@patch("app.tasks.health_tasks.redis")
def test_second_patch(redis: MagicMock) -> None:
    assert redis


def test_old_expectation() -> None:
    assert TextChunker.__name__ == "Chunker"


@pytest.fixture
def chunker() -> None:
    raise RuntimeError("no model here")


def test_broken_before_it_begins(chunker: None) -> None:
    assert True
`;

export class Publisher {
  readonly #team = new Team();
  readonly #site: Site;

  constructor(site: Site) {
    this.#site = site;
    this.write(FAILING);
    this.#team.push('begin');
  }

  /** Puts another text into the file with the failing tests. */
  write(text: string): void {
    writeFileSync(this.#team.broken, text);
  }

  get #environment(): NodeJS.ProcessEnv {
    return this.#team.environment(this.#site.url('redgreen.tgz'), {
      REDGREEN_COLLECTED: 'reports/collected.json',
      COVERAGE_CORE: 'ctrace',
    });
  }

  /** Runs the tests, as the page "Publish your feed" tells to; pytest's exit code. */
  async test(): Promise<number> {
    rmSync(join(this.#team.work, 'reports'), { recursive: true, force: true });
    const script = `
      npx --yes "$REDGREEN" feed hook > redgreen_collect.py
      code=0
      python -m pytest -q -p redgreen_collect -o junit_family=xunit1 --junitxml=reports/junit.xml \\
        --cov=app --cov-branch --cov-context=test --cov-report= app/tasks app/services || code=$?
      if [ "$code" -le 1 ]; then python -m coverage json -q --show-contexts -o reports/coverage.json; fi
      exit "$code"`;
    return (await bash(script, this.#team.work, this.#environment)).code;
  }

  /** Publishes the reports into the site that is served. */
  publish(): Promise<Ended> {
    const script = `npx --yes "$REDGREEN" feed publish --feed "${this.#site.dist}" reports`;
    return bash(script, this.#team.work, this.#environment);
  }

  /** Commits what was written, runs the tests and publishes. */
  async follow(message: string, text: string): Promise<Ended> {
    this.write(text);
    this.#team.push(message);
    await this.test();
    return this.publish();
  }

  /** Renames the file so that pytest no longer collects it, runs the tests and publishes. */
  async hide(): Promise<Ended> {
    this.#team.git('mv', 'app/tasks/test_broken.py', 'app/tasks/_disabled_test_broken.py');
    this.#team.push('make it green');
    await this.test();
    return this.publish();
  }

  /** Cuts the report off in its middle, as a full disk or a killed job does. */
  truncate(): void {
    const report = join(this.#team.work, 'reports/junit.xml');
    const text = readFileSync(report, 'utf8');
    writeFileSync(report, text.slice(0, text.length / 2));
  }

  /** Goes back to the commit before: what an old pipeline that is run again tests. */
  goBack(): void {
    this.#team.git('checkout', '--quiet', 'HEAD~1');
  }

  /** What is published now. */
  get feed(): string {
    return readFileSync(join(this.#site.dist, 'feed.json'), 'utf8');
  }

  close(): void {
    this.#team.close();
  }
}
