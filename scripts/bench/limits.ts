/** How quickly Stop works, what an interpreter weighs, and how a run grows with its tests; in Chromium. */
import { ExamplePage } from '../../e2e/support/example.ts';
import { launch } from '../../e2e/support/launch.ts';
import type { Engine, EngineBrowser } from '../../e2e/support/engine.ts';
import { playwrightEngine } from '../../e2e/support/playwright-engine.ts';
import type { Site } from '../../e2e/support/site.ts';
import { line, median, type Line, type Sample } from './figures.ts';
import { nativeRuns } from './native.ts';
import { lastRun, untilMarks } from './pages.ts';
import { memoryMegabytes } from './process-tree.ts';

const VARIANT = 'wrong';
const TEST_FILE = 'test_it.py';

const BUSY: Readonly<Record<string, string>> = {
  'while True': 'def test_it():\n    while True:\n        pass\n',
  'time.sleep': 'import time\n\n\ndef test_it():\n    while True:\n        time.sleep(0.001)\n',
  'deep in C code': 'def test_it():\n    sum(range(10**12))\n',
};

export interface LimitsBench {
  /** Milliseconds from the press of Stop to the state on the page, by what runs. The aim is 100. */
  readonly stop: Readonly<Record<string, readonly number[]>>;
  /** Megabytes (PSS) of the browser with one interpreter ready and with two. The aim is 60 for the difference. */
  readonly memory: {
    readonly one: readonly number[];
    readonly two: readonly number[];
    readonly perSpare: number;
  };
  readonly growth: readonly Line[];
}

/** Measure all three. @returns undefined where Chromium cannot be started */
export async function benchLimits(port: number, repetitions: number): Promise<LimitsBench | undefined> {
  const browser = await launch('chromium');
  if (typeof browser === 'string') return undefined;
  const url = (path: string): string => `http://127.0.0.1:${port}/${path}`;
  const site: Site = { dist: '', origin: url(''), url, close: () => Promise.resolve() };
  try {
    return {
      stop: await benchStop(browser, site, repetitions),
      memory: await benchMemory(url('p/CEL001/'), Math.min(repetitions, 3)),
      growth: await benchGrowth(browser, site, Math.min(repetitions, 3)),
    };
  } finally {
    await browser.close();
  }
}

/** Presses the button and waits for the state, inside of the page: the way to the page is not counted. */
const STOP = `new Promise((resolve) => {
  const section = document.querySelector('pattern-example [data-variant="${VARIANT}"]');
  const pressed = performance.now();
  const look = () => section.dataset.run === 'stopped' && resolve(performance.now() - pressed);
  new MutationObserver(look).observe(section, { attributes: true });
  section.querySelector('[data-action="stop"]').click();
  look();
})`;

async function benchStop(
  browser: EngineBrowser,
  site: Site,
  repetitions: number,
): Promise<LimitsBench['stop']> {
  const engine = await browser.open();
  const example = new ExamplePage(engine, site, 'CEL001');
  const found: Record<string, number[]> = {};
  for (const [what, code] of Object.entries(BUSY)) {
    await example.open();
    await example.write(VARIANT, code);
    found[what] = [];
    for (let round = 0; round < repetitions; round += 1) {
      await example.press(VARIANT, 'run');
      await example.until(VARIANT, { run: 'running' });
      found[what].push(Number(await engine.evaluate(STOP)));
    }
  }
  await engine.close();
  return found;
}

async function benchMemory(url: string, repetitions: number): Promise<LimitsBench['memory']> {
  const one: number[] = [];
  const two: number[] = [];
  for (let round = 0; round < repetitions; round += 1) {
    one.push(await memoryWith(url, 2));
    two.push(await memoryWith(url, 8));
  }
  return { one, two, perSpare: median(two) - median(one) };
}

/** Until browsers have given back what the start left behind, in milliseconds; Chromium looks every half minute. */
const SETTLING = 45_000;

/**
 * Memory of a browser whose page has run one variant and has its interpreters ready again.
 * @param gigabytes of memory that the device is said to have: under 4, the page keeps one interpreter.
 */
async function memoryWith(url: string, gigabytes: number): Promise<number> {
  const browser = await launch('chromium');
  if (typeof browser === 'string') return NaN;
  try {
    const { playwright, pid } = browser;
    if (!playwright || pid === undefined) return NaN;
    const page = await playwright.newPage();
    await page.addInitScript(`Object.defineProperty(navigator, 'deviceMemory', { value: ${gigabytes} })`);
    const engine = playwrightEngine(page, 'chromium');
    await engine.goto(url);
    const spares = gigabytes < 4 ? 1 : 2;
    await untilMarks(engine, 'redgreen:spare', spares);
    if (spares > 1) await untilMarks(engine, 'redgreen:warm', 1);
    // What the engine compiles for a run is then part of both.
    await engine.click(`pattern-example [data-variant="${VARIANT}"] [data-action="run"]`);
    await untilMarks(engine, 'redgreen:verdict', 1);
    await untilMarks(engine, 'redgreen:spare', spares + 1);
    await page.waitForTimeout(SETTLING);
    return memoryMegabytes(pid);
  } finally {
    await browser.close();
  }
}

async function benchGrowth(browser: EngineBrowser, site: Site, repetitions: number): Promise<Line[]> {
  const engine = await browser.open();
  const example = new ExamplePage(engine, site, 'CEL001');
  const lines: Line[] = [];
  for (const count of [1, 10, 100, 1000]) {
    const code = Array.from({ length: count }, (_, index) => `def test_${index}():\n    assert True\n`).join(
      '\n\n',
    );
    const native = nativeRuns([{ files: { [TEST_FILE]: code }, arguments: [] }]);
    const ours: Sample & { wall: number[] } = { wall: [], cpu: [] };
    const theirs: Sample & { wall: number[] } = { wall: [], cpu: [] };
    await example.open();
    await example.write(VARIANT, code);
    for (let round = 0; round < repetitions; round += 1) {
      theirs.wall.push(native.each().wall);
      ours.wall.push(await runOnce(engine, example));
    }
    native.close();
    lines.push(line(`${count} tests in one file, page against native`, ours, theirs));
  }
  await engine.close();
  return lines;
}

async function runOnce(engine: Engine, example: ExamplePage): Promise<number> {
  await example.press(VARIANT, 'run');
  await example.until(VARIANT, { run: 'running' });
  await example.until(VARIANT, { run: 'idle', source: 'live', verdict: 'passed' }, 120_000);
  return await lastRun(engine);
}
