/** For tests of the command line: a shell of their own, folders that go away, reports in them. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { parseFeed, parseText, type RoadmapFeed } from '../feed/model.ts';
import { run } from './run.ts';

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** A new folder that is removed after the test. */
export async function folder(): Promise<string> {
  const made = await mkdtemp(path.join(tmpdir(), 'redgreen-test-'));
  folders.push(made);
  return made;
}

/** How a command ended, and what it printed. */
export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/**
 * A team's folder with a report of `first` in it, made anew for each test of a file.
 * @returns the folder of the test that runs, and the command that publishes from it
 */
export function teamFolder(): {
  readonly path: () => string;
  readonly publish: (...args: string[]) => Promise<Ended>;
} {
  let cwd = '';
  beforeEach(async () => {
    cwd = await folder();
    await junit(path.join(cwd, 'report.xml'), first);
  });
  return { path: () => cwd, publish: (...args) => redgreen(cwd, ['feed', 'publish', ...args]) };
}

/** Run a command in a folder, at a time. */
export async function redgreen(
  cwd: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Ended> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run(args, {
    cwd,
    env: { PATH: process.env.PATH, HOME: cwd, ...env },
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    now: () => '2026-02-28T12:00:00Z',
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

/** Write a JUnit report of these tests: by name `module::test`, what each says (`passed`, `failed: …`). */
export async function junit(file: string, tests: Readonly<Record<string, string>>): Promise<void> {
  const cases = Object.entries(tests).map(([id, said]) => {
    const [classname = '', name = ''] = id.split('::');
    const message = said.replace(/^failed: /, '');
    const inside = said === 'passed' ? '' : `<failure message="${message}">E   ${message}</failure>`;
    return `<testcase classname="${classname}" name="${name}" time="0.01">${inside}</testcase>`;
  });
  await writeFile(file, `<testsuites><testsuite name="pytest">${cases.join('')}</testsuite></testsuites>`);
}

/** Arguments of a first publication. */
export const site = ['--init', '--site', 'https://handbook.example/'];

/** A run with two failing tests of four. */
export const first = {
  'tests.a::test_1': 'failed: one',
  'tests.a::test_2': 'failed: two',
  'tests.a::test_3': 'passed',
  'tests.b::test_4': 'passed',
};

/** The feed in the folder `published`; the test fails if it is not sound. */
export async function publishedFeed(cwd: string): Promise<RoadmapFeed> {
  const parsed = parseText(await readFile(path.join(cwd, 'published/feed.json'), 'utf8'), parseFeed);
  if (parsed.kind !== 'ok') throw new Error('the published feed is not sound');
  return parsed.value;
}
