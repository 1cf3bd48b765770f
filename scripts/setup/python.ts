import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { type Python, findPython } from './find-python.ts';
import { during } from './say.mjs';
import { keyOf, once } from './stamp.ts';
import { runTool } from './tool.mjs';
import { Trouble, explain } from './trouble.mjs';

/** Where the parts of the Python set-up are; the tests point them at folders of their own. */
export interface PythonPlace {
  /** What a person is told of the download, such as "pytest and Celery (from PyPI, about 35 MB)". */
  readonly title: string;
  readonly venv: string;
  readonly stamps: string;
  /** Fully pinned requirements files with hashes, installed in this order. */
  readonly requirements: readonly string[];
}

/** The program of a virtual environment. */
export function venvPython(venv: string): string {
  return process.platform === 'win32' ? join(venv, 'Scripts', 'python.exe') : join(venv, 'bin', 'python');
}

/**
 * Makes the virtual environment with the pinned packages, unless the one that is there was made from the same
 * files by the same Python.
 *
 * @returns how to start a pip that can install into other folders
 * @throws Trouble in one sentence: no Python, no pip, no network, a wrong hash, a full disk
 */
export async function ensurePython(
  place: PythonPlace,
  env: NodeJS.ProcessEnv = process.env,
): Promise<string[]> {
  const python = await findPython(env);
  const machinePip = [...python.command, '-m', 'pip'];
  const key = keyOf(python.version, python.executable, ...place.requirements.map(textOf));
  await once(
    place.stamps,
    'python',
    key,
    () => existsSync(venvPython(place.venv)),
    async () => {
      await makeVenv(python, place.venv, env);
      const inside = venvPython(place.venv);
      const pip = python.hasPip ? [...machinePip, '--python', inside] : [inside, '-m', 'pip'];
      await during(`Installing ${place.title} for Python ${python.version}`, async () => {
        for (const file of place.requirements) await pipRun([...pip, 'install', ...EXACT, '-r', file], env);
      });
    },
  );
  return python.hasPip ? machinePip : [venvPython(place.venv), '-m', 'pip'];
}

/** What keeps an install to the pinned files: nothing but wheels with the hashes that the file names. */
export const EXACT = ['--no-deps', '--require-hashes', '--only-binary=:all:', '--no-warn-script-location'];

/**
 * Runs pip.
 *
 * @throws Trouble with pip's output and one sentence
 */
export async function pipRun(command: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const result = await runTool(command, { env });
  if (result.kind === 'missing')
    throw new Trouble(`${result.command} could not be started: run the same command again.`);
  if (result.kind === 'failed') throw new Trouble(explain('pip', result.output), result.output);
}

/**
 * Makes an empty virtual environment. The machine's pip fills it from outside, which is quicker than giving it one
 * of its own and also works on Debian without python3-venv; only a Python without pip gets one by ensurepip.
 */
async function makeVenv(python: Python, venv: string, env: NodeJS.ProcessEnv): Promise<void> {
  rmSync(venv, { recursive: true, force: true });
  const bare = python.hasPip ? ['--without-pip'] : [];
  const made = await runTool([...python.command, '-m', 'venv', ...bare, venv], { env });
  if (made.kind === 'done') return;
  const output = made.kind === 'failed' ? made.output : '';
  throw new Trouble(explain('python -m venv', output, venv), output);
}

function textOf(path: string): string {
  return readFileSync(path, 'utf8');
}
