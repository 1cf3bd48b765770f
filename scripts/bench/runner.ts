/** The bench of the runner: what a reader waits for, against native pytest and against a plain Pyodide page. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from '../../e2e/support/launch.ts';
import type { EngineBrowser } from '../../e2e/support/engine.ts';
import { loadPatterns } from '../../src/patterns/load.ts';
import { serveSite } from '../site/serve-site.ts';
import { SITE } from '../site/build-site.ts';
import type { BrowserName } from '../setup/browser-table.ts';
import { say } from '../setup/say.mjs';
import { line, type Line as Row, type Sample } from './figures.ts';
import { compressAsHostsDo } from './host-compression.ts';
import { benchLimits, type LimitsBench } from './limits.ts';
import { nativeRuns, type NativeRuns, type Timed } from './native.ts';
import { marks, oursAgain, oursCold, oursReady, sparesReady, stockAgain, stockCold, visit } from './pages.ts';
import { openLine } from './slow-line.ts';
import { makeStockSite, runsOf } from './stock-site.ts';
import { ensureWheels } from './wheels.ts';
import { whereTimeGoes, type WhereTimeGoes } from './where.ts';

const CODE = 'CEL001';
/** 20 Mbit a second, with 10 ms each way. */
const SLOW = { bytesPerSecond: 2_500_000, delay: 10 };

/** Aims for a page that is ready, against two native processes: WebKit's workers are slower to begin with. */
const READY_AIMS: Readonly<Record<BrowserName, number>> = { chromium: 0.2, firefox: 0.2, webkit: 0.5 };

export interface RunnerBench {
  readonly versions: Readonly<Record<string, string>>;
  readonly rows: readonly Row[];
  /** By engine. */
  readonly where: Readonly<Record<string, WhereTimeGoes>>;
  readonly limits: LimitsBench | undefined;
}

interface Ports {
  readonly ours: number;
  readonly stock: number;
}

/** Measure. `repetitions` of each; the two sides take turns, so that both see the same machine. */
export async function benchRunner(
  engines: readonly BrowserName[],
  repetitions: number,
): Promise<RunnerBench> {
  await ensureWheels();
  const pattern = loadPatterns().find(({ code }) => code === CODE);
  if (!pattern) throw new Error(`there is no pattern ${CODE}`);
  const runs = runsOf(pattern);
  const folder = mkdtempSync(join(tmpdir(), 'redgreen-bench-'));
  const [oursAt, stockAt] = [join(folder, 'ours'), join(folder, 'stock')];
  cpSync(SITE, oursAt, { recursive: true });
  makeStockSite(stockAt, runs);
  for (const site of [oursAt, stockAt]) compressAsHostsDo(site);
  const [ours, stock] = await Promise.all([
    serveSite({ dir: oursAt, port: 0 }),
    serveSite({ dir: stockAt, port: 0 }),
  ]);
  const native = nativeRuns(runs);
  const versions: Record<string, string> = {};
  const rows: Row[] = [];
  const where: Record<string, WhereTimeGoes> = {};
  try {
    for (const name of engines) {
      say(`${name}: a page that is ready …`);
      const ready = await onEngine(name, versions, (browser) =>
        benchReady(browser, ours.port, native, repetitions),
      );
      if (!ready) continue;
      rows.push(...ready.rows);
      where[name] = ready.where;
    }
    const ports = { ours: ours.port, stock: stock.port };
    rows.push(...(await benchCold(ports, repetitions)));
    say('Stop, memory, growth …');
    const limits = await benchLimits(ours.port, repetitions);
    return { versions, rows, where, limits };
  } finally {
    native.close();
    await Promise.all([ours.close(), stock.close()]);
    rmSync(folder, { recursive: true });
  }
}

async function onEngine<Result>(
  name: BrowserName,
  versions: Record<string, string>,
  measure: (browser: EngineBrowser) => Promise<Result>,
): Promise<Result | undefined> {
  const browser = await launch(name);
  if (typeof browser === 'string') {
    say(browser);
    return undefined;
  }
  try {
    const result = await measure(browser);
    versions[name] = browser.version();
    return result;
  } finally {
    await browser.close();
  }
}

async function benchReady(
  browser: EngineBrowser,
  port: number,
  native: NativeRuns,
  repetitions: number,
): Promise<{ readonly rows: readonly Row[]; readonly where: WhereTimeGoes }> {
  const page = await visit(browser);
  let where: WhereTimeGoes;
  const samples = { ours: empty(), two: empty(), one: empty() };
  try {
    await oursReady(page, `http://127.0.0.1:${port}/p/${CODE}/`);
    // The first click of all compiles what the throwaway run did not need.
    await oursAgain(page);
    for (let round = 0; round < repetitions; round += 1) {
      add(samples.two, native.each());
      add(samples.ours, await oursAgain(page));
      add(samples.one, native.together());
    }
    where = whereTimeGoes(await marks(page.engine));
  } finally {
    await page.close();
  }
  const title = `${browser.name}: ready page, click to both verdicts`;
  const rows = [
    line(`${title}, against two native processes`, samples.ours, samples.two, READY_AIMS[browser.name]),
    line(`${title}, against one`, samples.ours, samples.one, browser.name === 'webkit' ? undefined : 0.4),
  ];
  return { rows, where };
}

/** Cold and second visits, in Chromium: each repetition in a browser that has never run. */
async function benchCold(ports: Ports, repetitions: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { name, speed, aim } of [
    { name: 'a local line', speed: {}, aim: 0.2 },
    { name: '20 Mbit/s', speed: SLOW, aim: 0.6 },
  ]) {
    say(`Cold, over ${name} …`);
    const samples = { ours: emptyVisit(), stock: emptyVisit() };
    for (let round = 0; round < repetitions; round += 1) {
      await visits(samples.stock, { to: ports.stock, ...speed }, 'stock');
      await visits(samples.ours, { to: ports.ours, ...speed }, 'ours');
    }
    const { ours, stock } = samples;
    rows.push(line(`cold over ${name}: open, click at once, both verdicts`, ours.cold, stock.cold, aim));
    rows.push(line(`second visit over ${name}`, ours.second, stock.second, 0.1));
    if (rows.length === 2) {
      rows.push(line('second click at once, interpreters not ready yet', ours.again, stock.again));
      rows.push(line('click on a ready page, against a second click there', ours.ready, stock.again, 1));
      rows.push(bytesRow(ours.bytes, stock.bytes));
    }
  }
  return rows;
}

interface VisitSamples {
  readonly cold: MutableSample;
  readonly second: MutableSample;
  readonly again: MutableSample;
  readonly ready: MutableSample;
  readonly bytes: number[];
}

async function visits(
  samples: VisitSamples,
  options: Parameters<typeof openLine>[0],
  kind: 'ours' | 'stock',
): Promise<void> {
  const wire = await openLine(options);
  const url = `http://127.0.0.1:${wire.port}/${kind === 'ours' ? `p/${CODE}/` : ''}`;
  const [cold, again] = kind === 'ours' ? [oursCold, oursAgain] : [stockCold, stockAgain];
  try {
    await onEngine('chromium', {}, async (browser) => {
      const page = await visit(browser);
      add(samples.cold, await cold(page, url));
      samples.bytes.push(wire.bytes());
      add(samples.again, await again(page));
      if (kind === 'ours') {
        await sparesReady(page);
        add(samples.ready, await oursAgain(page));
      }
      // The rest of the archives, and the service worker, come after the first verdict.
      await wire.quiet();
      add(samples.second, await cold(page, url));
      await page.close();
    });
  } finally {
    await wire.close();
  }
}

interface MutableSample extends Sample {
  readonly wall: number[];
  readonly cpu: number[];
}

function empty(): MutableSample {
  return { wall: [], cpu: [] };
}

function emptyVisit(): VisitSamples {
  return { cold: empty(), second: empty(), again: empty(), ready: empty(), bytes: [] };
}

function add(sample: MutableSample, { wall, cpu }: Timed): void {
  sample.wall.push(wall);
  if (!Number.isNaN(cpu)) sample.cpu.push(cpu);
}

function bytesRow(ours: readonly number[], stock: readonly number[]): Row {
  const [mine, theirs] = [Math.min(...ours), Math.min(...stock)];
  const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(2)} MB`;
  return {
    what: 'bytes over the wire to the first verdict',
    ours: megabytes(mine),
    theirs: megabytes(theirs),
    wall: mine / theirs,
    cpu: undefined,
    aim: 1.1,
  };
}
