import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { loadBackend, loadPatterns } from '../../../patterns/load.ts';
import { runFiles } from '../../../patterns/pattern.ts';
import { projectZip, type Project } from './zip.ts';

const BIN = resolve('.cache/python/venv', process.platform === 'win32' ? 'Scripts' : 'bin');
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Unpacks it with Python's own zipfile: another reader than the writer. */
function unpacked(project: Project): string {
  const folder = mkdtempSync(join(tmpdir(), 'redgreen-zip-'));
  folders.push(folder);
  writeFileSync(join(folder, 'project.zip'), projectZip(project));
  const done = spawnSync(join(BIN, 'python'), ['-m', 'zipfile', '-e', 'project.zip', '.'], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(done.stderr).toBe('');
  return join(folder, project.name);
}

/** Plain `pytest` in the folder, with nothing of this repository in reach. */
function pytest(folder: string, ...args: string[]): { status: number | null; stdout: string } {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== 'PYTHONPATH'));
  return spawnSync(join(BIN, 'pytest'), ['-p', 'no:cacheprovider', ...args], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
}

/** One failing and one passing are enough; each run imports Celery from cold. */
const isPlain = ({ name }: { name: string }): boolean => name === 'wrong' || name === 'right';

const PLAIN: Project = {
  name: 'x',
  title: 'X',
  files: { 'test_x.py': 'def test_x(): pass\n' },
  versions: { pytest: '9.2.0' },
};

describe('an example as a zip', () => {
  const [pattern] = loadPatterns();
  if (!pattern) throw new Error('there is no pattern to pack');
  const { code, title, recorded } = pattern;
  const backend = loadBackend();

  test.each(pattern.variants.filter(isPlain).map((variant) => [variant.name, variant] as const))(
    'unpacked, %s gives the recorded result under plain pytest',
    (name, variant) => {
      const folder = unpacked({
        name: `${code}-${name}`,
        title: `${code}: ${title}`,
        url: 'https://example.org/p/CEL001/',
        files: runFiles(backend, variant.files),
        arguments: variant.arguments,
        versions: recorded?.cpython.versions ?? {},
      });
      const { status, stdout } = pytest(folder, ...variant.arguments);
      const expected = recorded?.cpython.variants[name];
      expect(status, stdout).toBe(expected?.exitCode);
      for (const failure of expected?.tests.flatMap((one) => one.failures) ?? []) {
        expect(stdout).toContain(failure.message);
      }
      expect(readFileSync(join(folder, 'README.md'), 'utf8')).toContain('https://example.org/p/CEL001/');
    },
    30_000,
  );
});

describe('a playground as a zip', () => {
  test('holds its files, how to run them and what they need', () => {
    const folder = unpacked({
      ...PLAIN,
      files: { ...PLAIN.files, 'tests/é.py': 'x = "naïve 🐍"\n' },
      arguments: ['-x', 'a test.py', "it's"],
      versions: { python: '3.14.2', pyodide: '314.0.7', pytest: '9.2.0', celery: '5.7.0' },
    });
    expect(readdirSync(folder).sort()).toEqual(['README.md', 'requirements.txt', 'test_x.py', 'tests']);
    expect(readFileSync(join(folder, 'tests/é.py'), 'utf8')).toBe('x = "naïve 🐍"\n');
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toContain(
      `    pytest -x 'a test.py' 'it'\\''s'\n`,
    );
    expect(readFileSync(join(folder, 'requirements.txt'), 'utf8')).toBe('pytest==9.2.0\ncelery==5.7.0\n');
  });

  test('keeps a README and requirements of the reader’s own', () => {
    const folder = unpacked({ ...PLAIN, files: { 'README.md': 'mine', 'requirements.txt': 'mine' } });
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toBe('mine');
    expect(readFileSync(join(folder, 'requirements.txt'), 'utf8')).toBe('mine');
  });

  test.each(['../x.py', '/x.py', 'a\\b.py', '__proto__'])('is not made with the path %j', (path) => {
    expect(() => projectZip({ ...PLAIN, files: { [path]: '' } })).toThrow(JSON.stringify(path));
  });

  test('is the same for the same files and time', () => {
    const at = new Date(2026, 0, 18);
    expect(projectZip(PLAIN, at)).toEqual(projectZip(PLAIN, at));
  });
});
