import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from '../setup/paths.mjs';

describe('the ready files', () => {
  it.each(['github-actions.yml', 'gitlab-ci.yml'])('%s asks only for options that there are', (name) => {
    const text = readFileSync(join(ROOT, 'docs/publish', name), 'utf8');
    expect(() => parse(text) as unknown).not.toThrow();
    const commands =
      text.replace(/\\\n\s*/g, ' ').match(/feed publish[^\n]*(?:\n\s+--git-branch[^\n]*)?/g) ?? [];
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
        /--pytest-exit-code "\$\w+" reports/i.exec(text)?.[0].toLowerCase(),
        /REDGREEN_COLLECTED: \S+/.exec(text)?.[0],
        /if \[ "\$code" -le 1 \]; then python -m coverage json -q --show-contexts -o reports\/coverage\.json; fi/.exec(
          text,
        )?.[0],
      ];
    });
    expect(lines[0]).toEqual(lines[1]);
    expect(lines[0]).not.toContain(undefined);
  });
});

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly concurrency: { readonly group: string; readonly 'cancel-in-progress': boolean };
  readonly jobs: { readonly tests: { readonly if: string; readonly steps: readonly WorkflowStep[] } };
}
interface WorkflowStep {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

describe('what GitHub’s documentation asks of the workflow', () => {
  const workflow = parse(readFileSync(join(ROOT, 'docs/publish/github-actions.yml'), 'utf8')) as Workflow;
  const { steps } = workflow.jobs.tests;

  it('the token may write contents, and nothing else', () => {
    expect(workflow.permissions).toEqual({ contents: 'write' });
  });

  it('a run that has begun is never cut off', () => {
    expect(workflow.concurrency['cancel-in-progress']).toBe(false);
  });

  it('a run that was started by hand on another branch publishes nothing', () => {
    expect(workflow.jobs.tests.if).toBe('github.ref_name == github.event.repository.default_branch');
  });

  it('the checkout has the whole history, and keeps its credentials for the push', () => {
    const [checkout] = steps;
    expect(checkout?.uses).toMatch(/^actions\/checkout@v\d+$/);
    expect(checkout?.with).toEqual({ 'fetch-depth': 0 });
  });

  it('scripts get values as environment, never as text put into them', () => {
    const scripts = steps.flatMap(({ run }) => run ?? []);
    expect(scripts.length).toBeGreaterThan(4);
    expect(scripts.filter((script) => script.includes('${{'))).toEqual([]);
  });
});
