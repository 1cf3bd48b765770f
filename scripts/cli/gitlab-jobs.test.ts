import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseFeed, parseText } from '../../src/feed/model.ts';
import { buildCli } from '../build-cli.ts';
import type { Ended } from './testing/bash.ts';
import { gitlabJobs, runGitlabJob } from './testing/gitlab-job.ts';
import { serve, type Served } from './testing/served.ts';
import { Team } from './testing/team.ts';

const jobs = gitlabJobs();
const team = new Team();
let served: Served | undefined;

/** A job in a new pipeline for the newest commit, in a fresh clone as `GIT_STRATEGY: clone` makes it. */
async function run(name: string, ci: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const job = jobs.get(name);
  if (!job) throw new Error(`there is no job ${name}`);
  const ended = await runGitlabJob(
    job,
    team.work,
    team.environment(served?.url ?? '', {
      GITLAB_CI: 'true',
      CI_COMMIT_SHA: team.git('rev-parse', 'HEAD'),
      CI_COMMIT_REF_NAME: 'main',
      CI_PIPELINE_URL: 'https://gitlab.example:8443/team/backend/-/pipelines/7',
      CI_PIPELINE_ID: '7',
      CI_SERVER_PROTOCOL: 'https',
      CI_SERVER_FQDN: 'gitlab.example:8443',
      CI_PROJECT_PATH: 'team/backend',
      CI_PAGES_URL: 'https://team.gitlab.example/backend',
      CI_JOB_TOKEN: 'job-token',
      // The server that the job pushes to is a folder here, for the one address that is right.
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: `url.${team.remote}.insteadOf`,
      GIT_CONFIG_VALUE_0: `https://gitlab-ci-token:${ci.FEED_TOKEN ?? 'job-token'}@gitlab.example:8443/team/backend.git`,
      ...ci,
    }),
  );
  // The clone is thrown away with what the job did to it.
  team.git('remote', 'set-url', 'origin', team.remote);
  return ended;
}

beforeAll(async () => {
  const tgz = join(team.folder, 'redgreen.tgz');
  await buildCli(tgz, { SITE_URL: 'https://handbook.example' });
  served = await serve(tgz);
  // The sockets' tests are slow, and none of these jobs' business.
  rmSync(join(team.work, 'app/streaming/test_tcp_server.py'));
  rmSync(join(team.work, 'app/streaming/test_ingest.py'));
  team.push('begin');
}, 60_000);
afterAll(() => {
  served?.close();
  team.close();
});

describe('the ready GitLab jobs, on the sample backend with failures put in', () => {
  it('test-roadmap does not begin a feed by itself', async () => {
    const { code, output } = await run('test-roadmap');
    expect(output).toContain('If this is the very first publication, say --init.');
    expect(code).toBe(4);
  }, 120_000);

  it('first-publication begins it with the job’s token, and fails like the tests', async () => {
    const { code, output } = await run('first-publication');
    expect(output).toContain('Published as number 2.');
    expect(code).toBe(1);
    expect(team.published().feed.feed_url).toBe('https://team.gitlab.example/backend/feed.json');
    expect(team.published().feed._roadmap).toMatchObject({
      current: { kind: 'run', failing: 2, errors: 1 },
      source: { branch: 'main', runUrl: 'https://gitlab.example:8443/team/backend/-/pipelines/7' },
    });
  }, 120_000);

  it('test-roadmap goes on, with a token of the project where there is one', async () => {
    renameSync(team.broken, join(team.work, 'app/tasks/_disabled_test_broken.py'));
    team.push('make it green');
    const { code, output } = await run('test-roadmap', { FEED_TOKEN: 'project-token' });
    expect(code, output).toBe(0);
    expect(team.published().feed.items[0]?.title).toBe('3 vanished while failing');
  }, 120_000);

  it('pages serves what is on the branch, and nothing else', async () => {
    const served = join(team.work, 'public');
    rmSync(served, { recursive: true, force: true });
    const { code, output } = await run('pages');
    expect(code, output).toBe(0);
    const feed = parseText(readFileSync(join(served, 'feed.json'), 'utf8'), parseFeed);
    expect(feed).toMatchObject({ kind: 'ok', value: { _roadmap: { seq: 3 } } });
    expect(existsSync(join(served, 'runs/3.json'))).toBe(true);
    expect(existsSync(join(served, 'app'))).toBe(false);
  }, 120_000);
});

describe('what GitLab’s documentation asks of the jobs', () => {
  const job = (name: string) => jobs.get(name);

  it('tests run for the default branch, the first publication only by hand and in nobody’s way', () => {
    const onDefault = '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH';
    expect(job('test-roadmap')?.rules).toEqual([{ if: onDefault }]);
    expect(job('first-publication')?.rules).toEqual([{ if: onDefault, when: 'manual', allow_failure: true }]);
  });

  it('a fresh clone with the whole history: a kept checkout that is shallow stays so', () => {
    expect(job('test-roadmap')?.variables).toMatchObject({ GIT_STRATEGY: 'clone', GIT_DEPTH: '0' });
  });

  it('the report is kept when tests fail', () => {
    expect(job('test-roadmap')?.artifacts).toEqual({
      when: 'always',
      reports: { junit: 'reports/junit.xml' },
    });
  });

  it('the feed is served also when tests fail, from a stage after theirs', () => {
    expect(job('pages')?.rules?.[0]?.when).toBe('always');
    expect(job('pages')?.artifacts?.paths).toEqual(['public']);
    expect([job('test-roadmap')?.stage, job('pages')?.stage]).toEqual(['test', 'deploy']);
  });
});
