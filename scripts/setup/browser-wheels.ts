import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { EXACT, pipRun } from './python.ts';
import { readRequirements, wantedInBrowser } from './requirements.ts';
import { during } from './say.mjs';
import { keyOf, once } from './stamp.ts';
import { Trouble } from './trouble.mjs';

/** Where the packages for the browser are made. */
export interface WheelPlace {
  /** The folder that gets the packages, laid out like site-packages. */
  readonly target: string;
  readonly stamps: string;
  readonly requirements: string;
  /** How to start a pip; any recent one can install for another Python. */
  readonly pip: readonly string[];
}

/** Raised when the way of making the folder changes, so that old folders are made anew. */
const RECIPE = '1';

/** The browser's Python is 3.14 on WebAssembly: nothing compiled for a machine runs there. */
export const PURE = ['--implementation', 'py', '--abi', 'none', '--platform', 'any'];

/**
 * PyYAML is the one package without a pure wheel. Its Python part works alone; the C part, which any wheel
 * for CPython 3.14 carries, is thrown away.
 */
const COMPILED: readonly string[] = ['pyyaml'];
const CPYTHON = ['--implementation', 'cp', '--abi', 'cp314'].concat(
  ['manylinux2014_x86_64', 'manylinux_2_17_x86_64', 'manylinux_2_28_x86_64'].flatMap((name) => [
    '--platform',
    name,
  ]),
);

/**
 * Installs the packages of the one pinned file for the browser's Python, unless they are there.
 *
 * @throws Trouble in one sentence, as for any pip run
 */
export async function ensureBrowserWheels(
  place: WheelPlace,
  env: NodeJS.ProcessEnv = process.env,
): Promise<void> {
  const text = readFileSync(place.requirements, 'utf8');
  await once(
    place.stamps,
    'browser-wheels',
    keyOf(RECIPE, text),
    () => existsSync(place.target),
    () =>
      during('Installing the Python packages for the browser (from PyPI, about 6 MB)', () =>
        make(place, text, env),
      ),
  );
}

async function make(place: WheelPlace, text: string, env: NodeJS.ProcessEnv): Promise<void> {
  const wanted = readRequirements(text).filter(wantedInBrowser);
  mkdirSync(dirname(place.target), { recursive: true });
  const work = mkdtempSync(join(dirname(place.target), 'making-'));
  try {
    const parts = [
      { tags: PURE, entries: wanted.filter(({ name }) => !COMPILED.includes(name)) },
      { tags: CPYTHON, entries: wanted.filter(({ name }) => COMPILED.includes(name)) },
    ];
    const packages = join(work, 'packages');
    for (const { tags, entries } of parts) {
      if (entries.length === 0) continue;
      const list = join(work, 'requirements.txt');
      writeFileSync(list, entries.map((entry) => entry.text).join('\n'));
      const options = [
        ...EXACT,
        '--python-version',
        '3.14',
        '--no-compile',
        '--upgrade',
        '--target',
        packages,
      ];
      await pipRun([...place.pip, 'install', ...options, ...tags, '-r', list], env);
    }
    dropMachineCode(packages);
    rmSync(place.target, { recursive: true, force: true });
    renameSync(packages, place.target);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Takes out what cannot run in the browser: compiled modules, PyYAML's `_yaml` shell around one, scripts. */
export function dropMachineCode(folder: string): void {
  for (const name of ['_yaml', 'bin', 'Scripts'])
    rmSync(join(folder, name), { recursive: true, force: true });
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && /\.(so|pyd|dylib)$/.test(entry.name)) {
      const path = join(entry.parentPath, entry.name);
      if (!path.includes(join('yaml', '_yaml'))) {
        throw new Trouble(
          `${path} is compiled code, which does not run in the browser: pin a version with a pure wheel.`,
        );
      }
      rmSync(path);
    }
  }
}
