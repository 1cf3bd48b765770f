/**
 * Bench of the report reader: a JUnit file of 66 MB, our reader against the bare parser, side by side.
 *
 *     node scripts/bench/reports.ts [--repetitions 7] [--json FILE]
 *
 * Each measurement is a process of its own, the two kinds taking turns, so that both start cold and neither
 * profits from the other's memory. The aim is a ratio of 1.5 or less, with memory that does not grow with
 * the file.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { build } from 'esbuild';
import { execFile } from 'node:child_process';
import { writeJunit } from './junit-file.ts';
import type { Measurement } from './read-once.ts';

/** Figures of one kind of reading, all values in the order they were taken. */
export interface Figures {
  /** The quickest: what the code needs when nothing else is running. */
  readonly bestMs: number;
  readonly medianMs: number;
  readonly runsMs: readonly number[];
  /** Least processor time of all threads. */
  readonly bestCpuMs: number;
  /** Most memory that any of the processes had, in megabytes. */
  readonly peakMb: number;
}

/** What the bench found. */
export interface ReportBench {
  readonly file: { readonly bytes: number; readonly tests: number };
  readonly ours: Figures;
  readonly bare: Figures;
  /** Best of ours through best of bare: other work on the machine slows single runs by half and more. */
  readonly ratio: number;
  /** The same of processor time: on a busy machine the garbage collector's threads wait for their turn. */
  readonly cpuRatio: number;
  /** The most memory of our reader for 20,000 tests with longer and longer tracebacks: it should be flat. */
  readonly memory: readonly { readonly megabytes: number; readonly peakMb: number }[];
}

const TARGET_BYTES = 66_000_000;
const run = promisify(execFile);

/** Generate the file, measure, and clean up. */
export async function benchReports(repetitions = 7): Promise<ReportBench> {
  const folder = await mkdtemp(path.join(tmpdir(), 'redgreen-bench-'));
  try {
    const file = path.join(folder, 'junit.xml');
    const made = await writeJunit(file, TARGET_BYTES);
    const script = await bundle(folder);
    const measure = async (kind: 'ours' | 'bare', of: string): Promise<Measurement> => {
      const { stdout } = await run(process.execPath, [script, kind, of]);
      return JSON.parse(stdout) as Measurement;
    };
    const ours: Measurement[] = [];
    const bare: Measurement[] = [];
    for (let round = 0; round < repetitions; round += 1) {
      bare.push(await measure('bare', file));
      ours.push(await measure('ours', file));
    }
    const memory = [];
    for (const megabytes of [12, 24, 48, 95]) {
      const sized = path.join(folder, `junit-${megabytes}.xml`);
      const { bytes } = await writeJunit(sized, megabytes * 1e6, 20_000);
      memory.push({ megabytes: Math.round(bytes / 1e6), peakMb: (await measure('ours', sized)).peakMb });
      await rm(sized);
    }
    const figures = { ours: figuresOf(ours), bare: figuresOf(bare) };
    return {
      file: made,
      ...figures,
      ratio: figures.ours.bestMs / figures.bare.bestMs,
      cpuRatio: figures.ours.bestCpuMs / figures.bare.bestCpuMs,
      memory,
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Plain JavaScript, as the command and the site have it: Node would be busy taking types out of the source. */
async function bundle(folder: string): Promise<string> {
  const outfile = path.join(folder, 'read-once.mjs');
  await build({
    entryPoints: [path.join(import.meta.dirname, 'read-once.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
  return outfile;
}

function figuresOf(all: readonly Measurement[]): Figures {
  const sorted = all.map((one) => one.ms).sort((a, b) => a - b);
  return {
    bestMs: sorted[0] ?? NaN,
    medianMs: sorted[Math.floor(sorted.length / 2)] ?? NaN,
    runsMs: all.map((one) => one.ms),
    bestCpuMs: Math.min(...all.map((one) => one.cpuMs)),
    peakMb: Math.max(...all.map((one) => one.peakMb)),
  };
}

/** The figures as a table for a terminal. */
export function tableOf(bench: ReportBench): string {
  const row = (name: string, figures: Figures): string =>
    name.padEnd(22) +
    [
      `${Math.round(figures.bestMs)} ms`,
      `${Math.round(figures.medianMs)} ms`,
      `${Math.round(figures.bestCpuMs)} ms`,
      `${Math.round(figures.peakMb)} MB`,
    ]
      .map((cell) => cell.padStart(10))
      .join('');
  return [
    `JUnit, ${(bench.file.bytes / 1e6).toFixed(0)} MB, ${bench.file.tests} tests, ${bench.ours.runsMs.length} times each`,
    `${''.padEnd(22)}${'best'.padStart(10)}${'median'.padStart(10)}${'CPU'.padStart(10)}${'peak'.padStart(10)}`,
    row('bare saxes parser', bench.bare),
    row('our reader', bench.ours),
    `ratio ${bench.ratio.toFixed(2)}, of processor time ${bench.cpuRatio.toFixed(2)} (aim: at most 1.5)`,
    `peak memory for 20,000 tests by size of the file: ${bench.memory.map((at) => `${at.megabytes} MB → ${Math.round(at.peakMb)} MB`).join(', ')}`,
  ].join('\n');
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { repetitions: { type: 'string', default: '7' }, json: { type: 'string' } },
  });
  const bench = await benchReports(Number(values.repetitions));
  console.log(tableOf(bench));
  if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(bench, null, 2)}\n`);
}
