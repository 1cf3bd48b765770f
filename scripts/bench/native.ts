/** The same runs in native pytest: what a developer's own machine would do. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { CACHE } from '../setup/paths.mjs';
import { venvPython } from '../setup/python.ts';
import type { StockRun } from './stock-site.ts';

export interface Timed {
  /** Milliseconds. */
  readonly wall: number;
  readonly cpu: number;
}

export interface NativeRuns {
  /** One process after the other. */
  each(): Timed;
  /** All in one process. */
  together(): Timed;
  close(): void;
}

/** Lay the runs out; every timed run then starts its processes anew. */
export function nativeRuns(runs: readonly StockRun[]): NativeRuns {
  const root = mkdtempSync(join(tmpdir(), 'redgreen-bench-'));
  const folders = runs.map(({ files }, index) => {
    const folder = join(root, `run${index}`);
    for (const [name, text] of Object.entries(files)) {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    return folder;
  });
  const options = ['-q', '-p', 'no:cacheprovider'];
  const commands = runs.map((run, index) => ({
    cwd: folders[index] ?? root,
    arguments: [...options, ...run.arguments],
  }));
  // The variants' files have the same names: one process can only tell them apart in packages of their own.
  const shared = { cwd: folders[0] ?? root, arguments: [...options, '--import-mode=importlib', ...folders] };
  return {
    each: () => sum(commands.map(timed)),
    together: () => timed(shared),
    close: () => {
      rmSync(root, { recursive: true });
    },
  };
}

function sum(parts: readonly Timed[]): Timed {
  return parts.reduce((all, one) => ({ wall: all.wall + one.wall, cpu: all.cpu + one.cpu }), {
    wall: 0,
    cpu: 0,
  });
}

function timed({ cwd, arguments: list }: { cwd: string; arguments: readonly string[] }): Timed {
  const python = resolve(venvPython(join(CACHE, 'python', 'venv')));
  const start = performance.now();
  // The shell's `times` is the one clock for a child's CPU that is everywhere.
  const script = '"$0" -m pytest "$@" > /dev/null 2>&1; code=$?; times; exit $code';
  const { status, stdout } = spawnSync('bash', ['-c', script, python, ...list], { cwd, encoding: 'utf8' });
  const wall = performance.now() - start;
  // 0 all passed, 1 some failed: both are ends of a run.
  if (status !== 0 && status !== 1) throw new Error(`native pytest ended with ${String(status)} in ${cwd}`);
  const children = stdout.trim().split('\n').at(-1) ?? '';
  const cpu = [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (all, [, minutes, seconds]) => all + Number(minutes) * 60_000 + Number(seconds) * 1_000,
    0,
  );
  return { wall, cpu };
}
