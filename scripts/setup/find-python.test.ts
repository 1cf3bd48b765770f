import { delimiter } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { findPython } from './find-python.ts';
import { emptyFolder, program } from './testing/folder.ts';

test('the Python of this machine is found, with its version and place', async () => {
  const python = await findPython();
  expect(python.version).toMatch(/^3\.(1[1-9]|[2-9]\d)\./);
  expect(python.executable).toMatch(/python/i);
});

test('a machine without Python is told to install one', async () => {
  await expect(findPython({ PATH: emptyFolder() })).rejects.toThrow(
    /^Python was not found: install Python 3\.11 or newer/,
  );
});

test('a name that is there but does not start counts as no Python', async () => {
  const folder = emptyFolder();
  program(folder, 'python3', 'echo "pyenv: python3: command not found" >&2; exit 127');
  await expect(findPython(only(folder))).rejects.toThrow(/Python was not found/);
});

test('a Python that is too old is named with its version', async () => {
  const folder = emptyFolder();
  fake(folder, 'python3', '3.10.12', 'True', 'True');
  await expect(findPython(only(folder))).rejects.toThrow(
    /^Python 3\.10\.12 \(.*python3\) is too old: install Python 3\.11/,
  );
});

test('a Python without pip and ensurepip is told which packages are missing', async () => {
  const folder = emptyFolder();
  fake(folder, 'python3', '3.11.2', 'False', 'False');
  await expect(findPython(only(folder))).rejects.toThrow(
    /^Python 3\.11\.2 .* has neither pip nor .*python3-venv/,
  );
});

test('the newest one that can install is taken, past an old and a bare one', async () => {
  const folder = emptyFolder();
  fake(folder, 'python3.13', '3.13.1', 'False', 'False');
  fake(folder, 'python3.12', '3.12.4', 'True', 'False');
  fake(folder, 'python3', '3.9.2', 'True', 'True');
  expect(await findPython(only(folder))).toMatchObject({
    command: ['python3.12'],
    hasPip: true,
    hasEnsurepip: false,
  });
});

/** Answers as Python answers to our question. */
function fake(folder: string, name: string, version: string, pip: string, ensurepip: string): void {
  program(folder, name, `printf '%s\\n' ${version} ${pip} ${ensurepip} ${folder}/${name}`);
}

/** The shell that runs the stand-ins is in /bin, and Python may be there too under the last names asked for. */
function only(folder: string): NodeJS.ProcessEnv {
  return { PATH: [folder].join(delimiter), HOME: process.env.HOME };
}
