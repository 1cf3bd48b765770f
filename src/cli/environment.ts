import type { Shell } from './command.ts';
import { git } from './git.ts';

/** Where a run comes from. */
export interface Origin {
  readonly commit: string | null;
  readonly branch: string | null;
  readonly runUrl: string | null;
  readonly runId: string | null;
  /** When the run was made, as far as somebody says so. */
  readonly at: string | null;
}

/**
 * Where this run comes from, by GitHub Actions, by GitLab, or by git alone. The time is that of the pipeline
 * where it is told, otherwise that of the commit: both stay the same when the job is run again.
 */
export async function originOf(shell: Shell): Promise<Origin> {
  const { env } = shell;
  const told = (name: string): string | null =>
    env[name] === undefined || env[name] === '' ? null : env[name];
  const commitTime = await git(shell, 'show', '-s', '--format=%cI', 'HEAD');
  if (told('GITHUB_ACTIONS') === 'true') {
    const [server, repository, runId] = [
      told('GITHUB_SERVER_URL'),
      told('GITHUB_REPOSITORY'),
      told('GITHUB_RUN_ID'),
    ];
    return {
      commit: told('GITHUB_SHA'),
      branch: told('GITHUB_HEAD_REF') ?? told('GITHUB_REF_NAME'),
      runUrl: server && repository && runId ? `${server}/${repository}/actions/runs/${runId}` : null,
      runId,
      at: commitTime,
    };
  }
  if (told('GITLAB_CI') === 'true') {
    return {
      commit: told('CI_COMMIT_SHA'),
      branch: told('CI_COMMIT_REF_NAME'),
      runUrl: told('CI_PIPELINE_URL'),
      runId: told('CI_PIPELINE_ID'),
      at: told('CI_PIPELINE_CREATED_AT') ?? commitTime,
    };
  }
  return {
    commit: await git(shell, 'rev-parse', 'HEAD'),
    branch: await git(shell, 'branch', '--show-current'),
    runUrl: null,
    runId: null,
    at: commitTime,
  };
}

/** Who decides or overrides: git's name, or the account that CI runs for. */
export async function whoIs(shell: Shell): Promise<string | null> {
  const { env } = shell;
  return env.GITHUB_ACTOR ?? env.GITLAB_USER_LOGIN ?? (await git(shell, 'config', 'user.name'));
}

/** True when the commit of now is an ancestor of the one published last: an older state of the code. */
export async function isBehind(
  shell: Shell,
  commit: string | null,
  published: string | null,
): Promise<boolean> {
  if (commit === null || published === null || commit === published) return false;
  return (await git(shell, 'merge-base', '--is-ancestor', commit, published)) !== null;
}
