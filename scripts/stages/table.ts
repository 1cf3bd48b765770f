import { join } from 'node:path';
import process from 'node:process';
import { buildRuntime } from '../runtime/build-runtime.ts';
import { ROOT } from '../setup/paths.mjs';
import { PYTHON } from '../setup/set-up.ts';
import { inWords } from '../setup/trouble.mjs';
import { buildIfChanged } from '../site/build-if-changed.ts';
import { closingLineCounts, junitCounts, playwrightCounts, vitestCounts } from './counts.ts';
import { type Check, joined, npmProgram, runChecks, runCounted } from './run-tool.ts';
import { type Stage, type StageResult, NOTHING } from './stage.ts';

const PYTHON_SOURCES = ['src/app', 'python', 'docs/publish'];
const SETTINGS = 'python/pyproject.toml';

const PRETTIER = 'prettier/bin/prettier.cjs';

/** What `npm run format` runs. */
export const FORMATTERS: readonly Check[] = [
  { name: 'prettier', command: npmProgram(PRETTIER, '--write', '.') },
  { name: 'ruff format', command: ruff('format') },
];

/** All that `npm test` runs, in this order. */
export const STAGES: readonly Stage[] = [
  {
    name: 'runtime',
    title: 'Pack Python for the browser',
    after: [],
    setUp: { python: true },
    run: () => asCheck(buildRuntime),
  },
  {
    name: 'lint',
    title: 'Format and lint',
    after: ['runtime'],
    setUp: { python: true },
    run: () =>
      runChecks([
        // A fresh clone has no types of the pages yet, and eslint reads them.
        { name: 'astro sync', command: npmProgram('astro/bin/astro.mjs', 'sync') },
        { name: 'prettier', command: npmProgram(PRETTIER, '--check', '.') },
        { name: 'cspell', command: npmProgram('cspell/bin.mjs', 'lint', '--no-progress', '--no-summary') },
        { name: 'eslint', command: npmProgram('eslint/bin/eslint.js', '.', '--max-warnings', '0') },
        {
          name: 'dependency-cruiser',
          command: npmProgram(
            'dependency-cruiser/bin/dependency-cruiser.mjs',
            ...['src', 'scripts', '--config', '.dependency-cruiser.cjs'],
          ),
        },
        { name: 'ruff', command: ruff('check') },
        { name: 'ruff format', command: ruff('format', '--check') },
      ]),
  },
  {
    name: 'check',
    title: 'Types',
    after: ['runtime'],
    setUp: { python: true },
    run: () =>
      runChecks([
        { name: 'astro check', command: npmProgram('astro/bin/astro.mjs', 'check') },
        { name: 'tsc', command: npmProgram('typescript/bin/tsc', '--noEmit') },
        { name: 'mypy', command: python('mypy', '--config-file', SETTINGS, ...PYTHON_SOURCES) },
      ]),
  },
  {
    name: 'unit',
    title: 'Unit tests (Vitest)',
    after: ['runtime'],
    setUp: { python: true },
    run: () =>
      runCounted(
        npmProgram(
          'vitest/vitest.mjs',
          ...['run', '--reporter=default', '--reporter=json', '--outputFile.json=test-results/unit.json'],
        ),
        vitestCounts,
        'test-results/unit.json',
      ),
  },
  {
    name: 'python',
    title: 'Python tests (pytest)',
    after: [],
    setUp: { python: true },
    run: async () =>
      joined([
        // The backend keeps to what the handbook asks of others: under 80 % of coverage, this fails.
        await pytest(
          'app',
          ...['-c', 'src/app/pytest.ini', '--rootdir', 'src', 'src/app', '--cov', `--cov-config=${SETTINGS}`],
        ),
        await pytest('runner', '--rootdir', 'python', 'python'),
        await pytest('publish', '--rootdir', 'docs/publish', 'docs/publish'),
      ]),
  },
  {
    name: 'build',
    title: 'Build the site',
    after: ['runtime'],
    setUp: { python: true },
    run: () => asCheck(buildIfChanged),
  },
  {
    name: 'links',
    title: 'Follow every link of the site',
    after: ['build'],
    setUp: {},
    run: () => runCounted([process.execPath, join(ROOT, 'scripts', 'links.ts')], closingLineCounts),
  },
  {
    name: 'verify',
    title: 'Hold the examples against their claims',
    after: ['runtime'],
    setUp: { python: true },
    run: verify,
  },
  {
    name: 'e2e',
    title: 'Browser tests (Playwright)',
    after: ['build'],
    setUp: { python: true, browsers: ['chromium', 'firefox', 'webkit'] },
    run: () =>
      runCounted(npmProgram('@playwright/test/cli.js', 'test'), playwrightCounts, 'test-results/e2e.json'),
  },
];

/**
 * Node 24's V8 has, rarely, ended the whole process while many worker threads start (a check of its own, with no
 * result of ours). What had been verified by then is cached, so a second go costs only the rest; a verdict that is
 * printed is never tried again.
 */
async function verify(): Promise<StageResult> {
  const command = [process.execPath, join(ROOT, 'scripts', 'verify.ts')];
  const result = await runCounted(command, closingLineCounts);
  const hasVerdict = result.passed > 0;
  return hasVerdict ? result : await runCounted(command, closingLineCounts);
}

/** A program of the pinned Python packages. */
function python(module: string, ...args: readonly string[]): string[] {
  return [PYTHON, '-m', module, ...args];
}

function ruff(...args: readonly string[]): string[] {
  return python('ruff', ...args, '--config', SETTINGS, ...PYTHON_SOURCES);
}

function pytest(name: string, ...args: readonly string[]): Promise<StageResult> {
  const report = `test-results/pytest-${name}.xml`;
  const command = python('pytest', '-q', '-p', 'no:cacheprovider', `--junitxml=${report}`, ...args);
  return runCounted(command, junitCounts, report);
}

/** Work of our own as one check. */
async function asCheck(work: () => Promise<unknown>): Promise<StageResult> {
  try {
    await work();
    return { ...NOTHING, passed: 1, output: '' };
  } catch (error) {
    return { ...NOTHING, failed: 1, output: `${inWords(error)}\n` };
  }
}
