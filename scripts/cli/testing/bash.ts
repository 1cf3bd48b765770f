import { execFile } from 'node:child_process';

/** How a script ended. */
export interface Ended {
  readonly code: number;
  readonly output: string;
}

/** Run a script as CI does: with bash, stopping at the first command that fails. */
export function bash(script: string, cwd: string, env: NodeJS.ProcessEnv): Promise<Ended> {
  return new Promise((resolve) => {
    execFile('bash', ['-eo', 'pipefail', '-c', script], { cwd, env }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
      resolve({ code, output: stdout + stderr });
    });
  });
}
