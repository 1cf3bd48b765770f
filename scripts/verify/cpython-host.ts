/** Runs tests in the machine's CPython: one parent has everything imported and forks a child per run. */
import { createHash } from 'node:crypto';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Files } from '../../src/patterns/pattern.ts';
import { RUN_LIMIT, resultOf, type Host } from './host.ts';

/** Stands for the run's folder in what is recorded: the real one has another name each time. */
const SHOWN_ROOT = '/home/pyodide/project';

/** The virtual environment's Python that set-up made. */
export function venvPython(): string {
  return process.platform === 'win32'
    ? '.cache/python/venv/Scripts/python.exe'
    : '.cache/python/venv/bin/python';
}

export function cpythonHost(python = venvPython()): Host {
  const version = spawnSync(python, ['-VV'], { encoding: 'utf8' });
  if (version.status !== 0) {
    throw new Error(`${python} does not run: the Python environment is not set up; \`npm test\` sets it up`);
  }
  const parent = forkingParent(python);
  return {
    name: 'cpython',
    fingerprint: createHash('sha256')
      .update(version.stdout)
      .update(readFileSync('python/requirements.txt'))
      .update(runnerSources())
      .digest('hex'),
    run: async (job) => {
      const folder = realpathSync(mkdtempSync(join(tmpdir(), 'redgreen-')));
      try {
        const root = join(folder, 'project');
        const out = join(folder, 'events.jsonl');
        writeFiles(root, job.files);
        await parent.run({ root, out, arguments: job.arguments });
        const events = readFileSync(out, 'utf8').replaceAll(root, SHOWN_ROOT).split('\n').filter(Boolean);
        return { result: resultOf(events, 'CPython'), reads: [] };
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    close: () => parent.close(),
  };
}

interface ForkOrder {
  readonly root: string;
  readonly out: string;
  readonly arguments: readonly string[];
}

function forkingParent(python: string): {
  run: (order: ForkOrder) => Promise<void>;
  close: () => Promise<void>;
} {
  const child = spawn(resolve(python), ['-m', 'redgreen_runner.native'], {
    cwd: resolve('python'),
    // The suite's own habits must not leak in: a CI machine changes how pytest shortens its lines.
    env: {
      ...withoutCi(process.env),
      PYTHONPATH: resolve('python'),
      RUN_LIMIT: String(RUN_LIMIT),
      PYTHONHASHSEED: '0',
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const waiting: { resolve: () => void; reject: (problem: Error) => void }[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    const next = waiting.shift();
    if (line === 'done') next?.resolve();
    else next?.reject(new Error(`CPython: ${line}`));
  });
  const gone = new Promise<void>((settle) => {
    child.once('exit', (code) => {
      for (const { reject } of waiting)
        reject(new Error(`CPython's parent process ended with code ${code ?? 'none'}`));
      settle();
    });
  });
  return {
    run: async (order) => {
      await new Promise<void>((settle, reject) => {
        waiting.push({ resolve: settle, reject });
        child.stdin.write(`${JSON.stringify(order)}\n`);
      });
    },
    close: async () => {
      child.stdin.end();
      await gone;
    },
  };
}

function withoutCi(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(
      ([name]) => name !== 'CI' && name !== 'BUILD_NUMBER' && !name.startsWith('PYTEST_'),
    ),
  );
}

function writeFiles(root: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    const target = join(root, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}

function runnerSources(): Buffer {
  const names = ['entry', 'events', 'failures', 'native', 'output', 'plugin'];
  return Buffer.concat(names.map((name) => readFileSync(`python/redgreen_runner/${name}.py`)));
}
