/**
 * `npm run bench [-- --only runner|reports] [--engines chromium,firefox,webkit] [--repetitions N] [--json FILE]`
 *
 * Everything is a ratio of two things measured in turns in the same minutes: a figure of its own says more about
 * the machine than about us.
 */
import { writeFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { benchReports, tableOf } from './bench/reports.ts';
import { linesTable, median } from './bench/figures.ts';
import type { LimitsBench } from './bench/limits.ts';
import { benchRunner } from './bench/runner.ts';
import { whereWords } from './bench/where.ts';
import { BROWSERS, type BrowserName } from './setup/browser-table.ts';
import { command } from './setup/command.ts';
import { setUp } from './setup/set-up.ts';
import { Trouble } from './setup/trouble.mjs';
import { buildIfChanged } from './site/build-if-changed.ts';

const NAMES = Object.keys(BROWSERS) as BrowserName[];

/** The machine, as it was when the bench began. */
function machine(): object {
  const [cpu] = cpus();
  return {
    date: new Date().toISOString().slice(0, 10),
    cpu: `${cpus().length} × ${cpu?.model ?? 'unknown'}`,
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${release()}`,
    node: process.version,
    load: loadavg().map((value) => Number(value.toFixed(2))),
  };
}

function limitsWords({ stop, memory }: LimitsBench): string {
  const stops = Object.entries(stop).map(
    ([what, times]) => `${what}: ${median(times).toFixed(0)} ms, at most ${Math.max(...times).toFixed(0)}`,
  );
  const megabytes = (values: readonly number[]): string => `${median(values).toFixed(0)} MB`;
  return [
    `Stop (aim 100 ms): ${stops.join('; ')}`,
    `Memory of the browser with one interpreter ready: ${megabytes(memory.one)}; with two: ${megabytes(memory.two)}; of one more (aim 60 MB): ${memory.perSpare.toFixed(0)} MB`,
  ].join('\n');
}

function enginesOf(text: string | undefined): BrowserName[] {
  const wanted = text?.split(',') ?? NAMES;
  return wanted.map((name) => {
    const known = NAMES.find((one) => one === name);
    if (!known) throw new Trouble(`There is no engine "${name}": take some of ${NAMES.join(', ')}.`);
    return known;
  });
}

await command(async (argv) => {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      only: { type: 'string' },
      engines: { type: 'string' },
      repetitions: { type: 'string', default: '7' },
      json: { type: 'string' },
    },
  });
  const repetitions = Number(values.repetitions);
  if (!(repetitions >= 1)) throw new Trouble('--repetitions takes a number from 1 on.');
  const engines = enginesOf(values.engines);
  const started = machine();
  const result: Record<string, unknown> = { machine: started, repetitions };
  if (values.only !== 'reports') {
    await setUp({ python: true, browsers: engines });
    await buildIfChanged();
    const runner = await benchRunner(engines, repetitions);
    result.runner = runner;
    console.log(`\n${linesTable([...runner.rows, ...(runner.limits?.growth ?? [])])}\n`);
    for (const [engine, where] of Object.entries(runner.where)) console.log(whereWords(engine, where));
    if (runner.limits) console.log(`\n${limitsWords(runner.limits)}\n`);
  }
  if (values.only !== 'runner') {
    const reports = await benchReports(repetitions);
    result.reports = reports;
    console.log(`\n${tableOf(reports)}\n`);
  }
  if (values.json) writeFileSync(values.json, `${JSON.stringify(result, null, 2)}\n`);
  return 0;
});
