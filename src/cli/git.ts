import { execFile } from 'node:child_process';
import type { Shell } from './command.ts';

/** How a call of git ended. */
export interface GitResult {
  readonly ok: boolean;
  /** Exit code; -1 where git could not be started. */
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Call git. Never asks for a password: a command in CI must end. */
export function callGit(shell: Pick<Shell, 'cwd' | 'env'>, args: readonly string[]): Promise<GitResult> {
  const env = { ...shell.env, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
  return new Promise((resolve) => {
    execFile('git', [...args], { cwd: shell.cwd, env, maxBuffer: 64 * 1024 * 1024 }, (error, out, err) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      resolve({ ok: code === 0, code, out, err: err === '' ? (error?.message ?? '') : err });
    });
  });
}

/** What git prints, or null where it fails or says nothing. */
export async function git(
  shell: Pick<Shell, 'cwd' | 'env'>,
  ...args: readonly string[]
): Promise<string | null> {
  const { ok, out } = await callGit(shell, args);
  if (!ok) return null;
  // A question that is answered by the exit code alone has no text.
  return args[0] === 'merge-base' ? 'yes' : out.trim() || null;
}
