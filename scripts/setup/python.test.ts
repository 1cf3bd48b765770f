import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { expect, onTestFinished, test } from 'vitest';
import { findPython } from './find-python.ts';
import { type PythonPlace, ensurePython, venvPython } from './python.ts';
import { emptyFolder, program, write } from './testing/folder.ts';
import { makeWheel } from './testing/wheel.ts';

const REAL = (await findPython()).executable;

// Real Python, real pip, a real virtual environment; the only package is a wheel made here.

test(
  'the environment is made once, and anew when the pinned file changes',
  { timeout: 120_000 },
  async () => {
    const { place, wheels, hash } = project();
    const marker = join(place.venv, 'marker');
    await ensurePython(place, offline(wheels));
    const python = venvPython(place.venv);
    const said = execFileSync(python, ['-c', 'import tiny; print(tiny.WORD)'], { encoding: 'utf8' });
    expect(said.trim()).toBe('here');
    write(place.venv, { marker: '' });
    await ensurePython(place, offline(emptyFolder()));
    expect(existsSync(marker)).toBe(true);
    write(wheels, { 'requirements.txt': `# changed\n${requirement(hash)}` });
    await ensurePython(place, offline(wheels));
    expect(existsSync(marker)).toBe(false);
  },
);

test(
  'a Python without pip (Debian without python3-pip) fills the environment by ensurepip',
  { timeout: 120_000 },
  async () => {
    const { place, wheels } = project();
    const folder = emptyFolder();
    // The first question is answered for it: ensurepip, but no pip. All else it does for real.
    const answer = `printf '%s\\n' 3.11.0 False True ${REAL}`;
    program(folder, 'python3.14', `case "$2" in *ensurepip*) ${answer};; *) exec ${REAL} "$@";; esac`);
    await ensurePython(place, { ...offline(wheels), PATH: `${folder}:${process.env.PATH ?? ''}` });
    expect(existsSync(join(place.venv, 'bin', 'pip'))).toBe(true);
    execFileSync(venvPython(place.venv), ['-c', 'import tiny']);
  },
);

test('a wheel with another hash is refused, and named', { timeout: 120_000 }, async () => {
  const { place, wheels } = project();
  write(wheels, { 'requirements.txt': requirement('0'.repeat(64)) });
  await expect(ensurePython(place, offline(wheels))).rejects.toThrow(
    /^The package tiny==1\.0 is not what the lock file expects \(its hash is different\)/,
  );
});

test('an index that cannot be reached is told as the network', { timeout: 120_000 }, async () => {
  const { place } = project();
  const env = {
    ...offline(emptyFolder()),
    PIP_NO_INDEX: '0',
    PIP_INDEX_URL: 'http://127.0.0.1:9/simple',
    PIP_RETRIES: '1',
  };
  await expect(ensurePython(place, env)).rejects.toThrow(/^The network could not be reached/);
});

// Only root may mount; where it may not, trouble.test.ts still holds the words against /dev/full.
test.runIf(process.platform === 'linux' && process.getuid?.() === 0)(
  'a full disk is told as one',
  { timeout: 120_000 },
  async () => {
    const { place, wheels } = project('#'.repeat(4_000_000));
    const disk = join(emptyFolder(), 'disk');
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk]);
    onTestFinished(() => {
      execFileSync('umount', [disk]);
    });
    const full = { ...place, venv: join(disk, 'venv') };
    await expect(ensurePython(full, offline(wheels))).rejects.toThrow(/^The disk is full: free some space/);
  },
);

function project(text = ''): { place: PythonPlace; wheels: string; hash: string } {
  const wheels = emptyFolder();
  const hash = makeWheel(wheels, { name: 'tiny', files: { 'tiny.py': `WORD = "here"\n${text}` } });
  write(wheels, { 'requirements.txt': requirement(hash) });
  const folder = emptyFolder();
  const place = {
    title: 'a tiny package',
    venv: join(folder, 'venv'),
    stamps: join(folder, 'stamps'),
    requirements: [join(wheels, 'requirements.txt')],
  };
  return { place, wheels, hash };
}

function requirement(hash: string): string {
  return `tiny==1.0 \\\n    --hash=sha256:${hash}\n`;
}

/** Only the wheels made here, and a Python that is found at once: a shim such as pyenv's takes a second to answer. */
function offline(wheels: string): NodeJS.ProcessEnv {
  const folder = emptyFolder();
  program(folder, 'python3.14', `exec ${REAL} "$@"`);
  const PATH = `${folder}:${process.env.PATH ?? ''}`;
  return { ...process.env, PATH, PIP_NO_INDEX: '1', PIP_FIND_LINKS: wheels, PIP_CONFIG_FILE: '/dev/null' };
}
