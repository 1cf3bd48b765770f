import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Shell } from '../command.ts';
import { callGit, type GitResult } from '../git.ts';
import { Stop } from '../exit.ts';

/** A branch that holds nothing but the published feed. */
export interface FeedBranch {
  readonly remote: string;
  readonly branch: string;
}

/** What the work in a checkout of the branch came to: a message to commit it with, or nothing to commit. */
export interface Work<T> {
  readonly result: T;
  readonly commit: string | null;
}

const TRIES = 10;

/**
 * Work on a branch as it is now and push it. When somebody else was quicker the work is done again on what
 * they pushed: nothing of theirs is lost, and nothing of ours.
 *
 * @param work gets a folder with the branch's files; called once for each try.
 */
export async function onBranch<T>(
  shell: Shell,
  { remote, branch }: FeedBranch,
  work: (folder: string) => Promise<Work<T>>,
): Promise<T> {
  const parent = await mkdtemp(path.join(tmpdir(), 'redgreen-branch-'));
  const orphan = `${path.basename(parent)}-orphan`;
  try {
    for (let attempt = 1; ; attempt += 1) {
      const folder = path.join(parent, String(attempt));
      await checkOut(shell, { remote, branch }, folder, orphan);
      const { result, commit } = await work(folder);
      if (commit === null || (await pushed(shell, folder, { remote, branch }, commit))) return result;
      if (attempt === TRIES) {
        throw new Stop('temporary', `${branch} changed ${TRIES} times while this was published. Try again.`);
      }
      await sleep(Math.random() * 300 * attempt);
    }
  } finally {
    // Nothing of ours stays in the repository that the command was called in.
    await rm(parent, { recursive: true, force: true });
    await callGit(shell, ['worktree', 'prune']);
    await callGit(shell, ['update-ref', '-d', `refs/heads/${orphan}`]);
    await callGit(shell, ['update-ref', '-d', `refs/redgreen/${branch}`]);
  }
}

async function checkOut(
  shell: Shell,
  { remote, branch }: FeedBranch,
  folder: string,
  orphan: string,
): Promise<void> {
  const found = await callGit(shell, ['ls-remote', '--exit-code', remote, `refs/heads/${branch}`]);
  if (found.ok) {
    const ref = `refs/redgreen/${branch}`;
    must(await callGit(shell, ['fetch', '--quiet', remote, `+refs/heads/${branch}:${ref}`]));
    must(await callGit(shell, ['worktree', 'add', '--quiet', '--detach', folder, ref]));
    return;
  }
  // The remote answers, and has no such branch.
  if (found.code !== 2) must(found);
  await callGit(shell, ['update-ref', '-d', `refs/heads/${orphan}`]);
  must(await callGit(shell, ['worktree', 'add', '--quiet', '--detach', '--no-checkout', folder, 'HEAD']));
  const inside = { ...shell, cwd: folder };
  must(await callGit(inside, ['switch', '--quiet', '--orphan', orphan]));
}

async function pushed(
  shell: Shell,
  folder: string,
  { remote, branch }: FeedBranch,
  message: string,
): Promise<boolean> {
  const inside = { ...shell, cwd: folder };
  must(await callGit(inside, ['add', '--all', '--', '.']));
  const author = await callGit(inside, ['config', 'user.email']);
  const identity = author.ok ? [] : ['-c', 'user.name=redgreen', '-c', 'user.email=redgreen@localhost'];
  must(await callGit(inside, [...identity, 'commit', '--quiet', '--no-verify', '-m', message]));
  const head = await callGit(inside, ['rev-parse', 'HEAD']);
  must(head);
  // From the checkout itself: CI may have stored its credentials for that folder alone (includeIf "gitdir:").
  const push = await callGit(shell, ['push', '--quiet', remote, `${head.out.trim()}:refs/heads/${branch}`]);
  if (push.ok) return true;
  if (/rejected|non-fast-forward|fetch first|cannot lock ref|failed to update ref/i.test(push.err))
    return false;
  must(push);
  return false;
}

function must({ ok, err }: GitResult): void {
  if (!ok) throw new Stop('temporary', `git: ${err.trim().split('\n').slice(-3).join(' ')}`);
}
