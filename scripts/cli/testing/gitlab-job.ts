import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../../setup/paths.mjs';
import { bash, type Ended } from './bash.ts';

/** A job of the file, as far as it is looked at here. */
export interface Job {
  readonly extends?: string;
  readonly stage?: string;
  readonly image?: string;
  readonly variables?: Readonly<Record<string, string>>;
  readonly before_script?: readonly string[];
  readonly script?: readonly string[];
  readonly rules?: readonly {
    readonly if: string;
    readonly when?: string;
    readonly allow_failure?: boolean;
  }[];
  readonly artifacts?: {
    readonly when?: string;
    readonly paths?: readonly string[];
    readonly reports?: Readonly<Record<string, string>>;
  };
}

/** The jobs of docs/publish/gitlab-ci.yml by name, each with what it extends: keys merge, lists replace. */
export function gitlabJobs(): Map<string, Job> {
  const text = readFileSync(join(ROOT, 'docs/publish/gitlab-ci.yml'), 'utf8');
  const all = parse(text) as Readonly<Record<string, Job>>; // our own file
  const whole = (job: Job): Job => {
    const base = job.extends === undefined ? undefined : all[job.extends];
    if (job.extends !== undefined && base === undefined) throw new Error(`there is no job ${job.extends}`);
    return base ? { ...whole(base), ...job, variables: { ...base.variables, ...job.variables } } : job;
  };
  const named = Object.entries(all).filter(([name]) => !name.startsWith('.'));
  return new Map(named.map(([name, job]) => [name, whole(job)]));
}

/** What sets up the machine; tests have it already. */
const SETS_UP = /^(?:apt-get|python -m pip) /;

/**
 * Run a job as GitLab's runner would: before_script and script are one script. The environment goes before
 * the job's variables: the address of the command is put in from there.
 */
export function runGitlabJob(job: Job, folder: string, env: NodeJS.ProcessEnv): Promise<Ended> {
  const lines = [...(job.before_script ?? []), ...(job.script ?? [])].filter((line) => !SETS_UP.test(line));
  return bash(lines.join('\n'), folder, { ...job.variables, ...env });
}
