import process from 'node:process';
import { runTool } from './tool.mjs';
import { Trouble } from './trouble.mjs';

/** A Python on this machine and what it can do. */
export interface Python {
  /** How to start it: a program, or `py -3` on Windows. */
  readonly command: readonly string[];
  /** Such as "3.11.7". */
  readonly version: string;
  /** The program's own path, so that a moved or replaced Python is noticed. */
  readonly executable: string;
  readonly hasPip: boolean;
  readonly hasEnsurepip: boolean;
}

/** The pinned packages need 3.11; the newest known one comes first, being nearest to the browser's 3.14. */
const CANDIDATES: readonly (readonly string[])[] = [
  ['python3.14'],
  ['python3.13'],
  ['python3.12'],
  ['python3.11'],
  ['python3'],
  ['python'],
  ['py', '-3'],
];

const ASK = `
import sys
from importlib.util import find_spec
has = lambda name: find_spec(name) is not None
print(sys.version.split()[0], has("pip"), has("ensurepip") and has("venv"), sys.executable, sep="\\n")
`;

/**
 * Finds a Python of 3.11 or newer on PATH that can install packages.
 *
 * @throws Trouble in one sentence: none at all, only older ones, or one that has neither pip nor ensurepip
 */
export async function findPython(env: NodeJS.ProcessEnv = process.env): Promise<Python> {
  const found: Python[] = [];
  for (const command of CANDIDATES) {
    const python = await ask(command, env);
    if (!python) continue;
    if (isRecent(python.version) && (python.hasPip || python.hasEnsurepip)) return python;
    found.push(python);
  }
  throw new Trouble(complaint(found));
}

/** Words for a machine on which no Python will do. */
export function complaint(found: readonly Python[]): string {
  const again = 'and run the same command again.';
  const bare = found.find((python) => isRecent(python.version));
  if (bare) {
    return (
      `Python ${bare.version} (${bare.executable}) has neither pip nor the venv module's ensurepip: ` +
      `install them (on Debian and Ubuntu: "apt-get install python3-venv python3-pip") ${again}`
    );
  }
  const old = found[0];
  if (old) {
    return `Python ${old.version} (${old.executable}) is too old: install Python 3.11 or newer ${again}`;
  }
  return `Python was not found: install Python 3.11 or newer (on Debian and Ubuntu: "apt-get install python3-venv python3-pip") ${again}`;
}

async function ask(command: readonly string[], env: NodeJS.ProcessEnv): Promise<Python | undefined> {
  const answer = await runTool([...command, '-c', ASK], { env });
  // A name that is not there, a pyenv shim without a version behind it, Windows' shop page: all are "no Python".
  if (answer.kind !== 'done') return undefined;
  const [version = '', pip, ensurepip, executable = ''] = answer.stdout.trim().split(/\r?\n/);
  if (!/^\d+\.\d+\.\d+/.test(version)) return undefined;
  return { command, version, executable, hasPip: pip === 'True', hasEnsurepip: ensurepip === 'True' };
}

function isRecent(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 3 || (major === 3 && minor >= 11);
}
