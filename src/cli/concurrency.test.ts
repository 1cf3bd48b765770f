import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeEach, describe, expect, it } from 'vitest';
import type { RunIndex } from '../feed/model.ts';
import { readState } from '../feed/publish/state.ts';
import { verifyPublished } from '../feed/publish/verify.ts';
import { fromFolder, toFolder } from './store/disk.ts';
import { folder, junit, redgreen, type Ended } from './testing.ts';

const main = path.join(import.meta.dirname, 'main.ts');
const exec = promisify(execFile);
const at = ['--at', '2026-02-01T00:00:00Z'];

/** A publisher in a process of its own. */
async function process_(cwd: string, args: readonly string[]): Promise<Ended> {
  try {
    const { stdout, stderr } = await exec(process.execPath, [main, 'feed', 'publish', ...at, ...args], {
      cwd,
    });
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, err: stderr };
  }
}

/** One report for each publisher, all different. */
async function reports(cwd: string, count: number): Promise<string[]> {
  const names = Array.from({ length: count }, (_, index) => `report-${index}.xml`);
  for (const [index, name] of names.entries()) {
    await junit(path.join(cwd, name), {
      'a::t': `failed: message ${index}`,
      'a::u': 'passed',
      [`a::n${index}`]: 'passed',
    });
  }
  return names;
}

const indexOf = async (root: string): Promise<RunIndex> =>
  JSON.parse(await readFile(path.join(root, 'runs/index.json'), 'utf8')) as RunIndex;

let cwd: string;
beforeEach(async () => {
  cwd = await folder();
});

describe('several publishers on one disk', () => {
  it('lose nothing', async () => {
    const [first = '', ...others] = await reports(cwd, 6);
    await process_(cwd, ['--init', '--site', 'https://handbook.example/', first]);
    const ended = await Promise.all(others.map((name) => process_(cwd, [name])));
    expect(ended.map(({ code, err }) => `${code} ${err}`)).toEqual(others.map(() => '0 '));
    const root = path.join(cwd, 'published');
    expect((await indexOf(root)).runs.map((run) => run.seq)).toEqual([2, 3, 4, 5, 6, 7]);
    expect((await verifyPublished(fromFolder(root))).problems).toEqual([]);
    expect((await readdir(root)).sort()).toEqual(['badge', 'feed.json', 'runs']);
  }, 60_000);

  it('a lock of a dead process is taken over', async () => {
    const [name = ''] = await reports(cwd, 1);
    await process_(cwd, ['--init', '--site', 'https://handbook.example/', name]);
    const lock = path.join(cwd, 'published/.redgreen.lock');
    // No process has this number: Linux stops at 4194304.
    await writeFile(lock, JSON.stringify({ pid: 99_999_999, host: hostname(), since: Date.now() }));
    const { code } = await redgreen(cwd, ['feed', 'phase', '2A', '--status', 'active', '--note', 'x']);
    expect(code).toBe(0);
    expect(await readdir(path.join(cwd, 'published'))).not.toContain('.redgreen.lock');
  }, 60_000);
});

describe('a publisher that is stopped while it writes', () => {
  it('leaves a feed that is whole, and the next one goes on from it', async () => {
    const root = path.join(cwd, 'published');
    await junit(path.join(cwd, 'r.xml'), { 'a::t': 'failed: x', 'a::u': 'passed' });
    await redgreen(cwd, ['feed', 'publish', '--init', '--site', 'https://handbook.example/', ...at, 'r.xml']);
    const before = await readState(fromFolder(root));
    await junit(path.join(cwd, 'r.xml'), { 'a::t': 'passed', 'a::u': 'passed' });
    const snapshot = await readFile(path.join(root, 'feed.json'), 'utf8');
    await redgreen(cwd, ['feed', 'publish', ...at, 'r.xml']);
    // As if the process had died right before the last rename.
    await writeFile(path.join(root, 'feed.json'), snapshot);
    expect(await readState(fromFolder(root))).toEqual(before);
    const { code } = await redgreen(cwd, ['feed', 'publish', ...at, 'r.xml']);
    expect(code).toBe(0);
    expect((await verifyPublished(fromFolder(root))).problems).toEqual([]);
    expect((await indexOf(root)).runs.map((run) => run.seq)).toEqual([2, 3]);
  });

  it('a folder that can’t be written is exit code 3 and leaves the feed as it was', async () => {
    const file = path.join(cwd, 'in-the-way');
    await writeFile(file, 'not a folder');
    const publication = {
      kind: 'published',
      words: [],
      files: [{ path: 'runs/1.json', text: '{}' }],
    } as const;
    await expect(toFolder(file, { ...publication, feed: {} as never })).rejects.toMatchObject({ code: 3 });
  });
});

describe('several publishers through git', () => {
  const git = (where: string, ...args: string[]): Promise<unknown> =>
    exec('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], { cwd: where });

  async function clone(remote: string, name: string): Promise<string> {
    const where = path.join(cwd, name);
    await git(cwd, 'clone', '--quiet', remote, where);
    return where;
  }

  it('lose nothing: who comes late fetches and publishes again', async () => {
    const remote = path.join(cwd, 'remote.git');
    await git(cwd, 'init', '--quiet', '--bare', '--initial-branch=main', remote);
    const first = await clone(remote, 'first');
    await git(first, 'commit', '--quiet', '--allow-empty', '-m', 'code');
    await git(first, 'push', '--quiet', 'origin', 'HEAD:main');
    const names = await reports(cwd, 4);
    const branch = ['--git-branch', 'feed'];
    const begun = await process_(first, [
      ...branch,
      '--init',
      '--site',
      'https://handbook.example/',
      '../report-0.xml',
    ]);
    expect(begun).toMatchObject({ code: 0, err: '' });
    const clones = await Promise.all([1, 2, 3].map((index) => clone(remote, `clone${index}`)));
    const ended = await Promise.all(
      clones.map((where, index) => process_(where, [...branch, `../${names[index + 1] ?? ''}`])),
    );
    expect(ended.map(({ code, err }) => `${code} ${err}`)).toEqual(['0 ', '0 ', '0 ']);
    const result = path.join(cwd, 'result');
    await git(cwd, 'clone', '--quiet', '--branch', 'feed', remote, result);
    expect((await indexOf(result)).runs.map((run) => run.seq)).toEqual([2, 3, 4, 5]);
    expect((await verifyPublished(fromFolder(result))).problems).toEqual([]);
    // The branch holds the feed and nothing else, and the work trees are gone.
    expect((await readdir(result)).sort()).toEqual(['.git', 'badge', 'feed.json', 'runs']);
    const { stdout } = await exec('git', ['worktree', 'list'], { cwd: first });
    expect(stdout.trim().split('\n')).toHaveLength(1);
    const refs = await exec('git', ['for-each-ref', '--format=%(refname)'], { cwd: first });
    expect(refs.stdout).not.toMatch(/redgreen/);
  }, 120_000);

  it('a remote that is not there is exit code 3', async () => {
    await git(cwd, 'init', '--quiet', '--initial-branch=main', 'alone');
    await git(path.join(cwd, 'alone'), 'commit', '--quiet', '--allow-empty', '-m', 'code');
    const names = await reports(cwd, 1);
    const { code, err } = await process_(path.join(cwd, 'alone'), [
      '--git-branch',
      'feed',
      '--init',
      `../${names[0] ?? ''}`,
    ]);
    expect(err).toMatch(/^git: /);
    expect(code).toBe(3);
  }, 60_000);
});
