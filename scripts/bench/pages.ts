/** The two pages that are compared, as the bench handles them: ours and the plain one. */
import { until, type Engine, type EngineBrowser } from '../../e2e/support/engine.ts';
import { cpuSeconds } from './process-tree.ts';
import type { Timed } from './native.ts';

/** What a page needs of the bench. */
export interface Visit {
  readonly engine: Engine;
  /** Milliseconds of CPU that the browser has used so far; NaN where it cannot be told. */
  readonly cpu: () => number;
}

/** A page in a browser of its own. */
export async function visit(
  browser: EngineBrowser,
): Promise<Visit & { readonly close: () => Promise<void> }> {
  const engine = await browser.open();
  const { pid } = browser;
  return {
    engine,
    cpu: () => (pid === undefined ? NaN : cpuSeconds(pid) * 1000),
    close: async () => {
      await engine.close();
    },
  };
}

const MARKS = `performance.getEntriesByType('mark').map(({ name, startTime, detail }) => ({ name, startTime, detail }))`;

/** A User Timing mark of the page. */
export interface Mark {
  readonly name: string;
  readonly startTime: number;
  readonly detail: unknown;
}

/** All marks so far. */
export async function marks(engine: Engine): Promise<readonly Mark[]> {
  return (await engine.evaluate(MARKS)) as readonly Mark[];
}

async function countMarks(engine: Engine, name: string): Promise<number> {
  return (await marks(engine)).filter((mark) => mark.name === name).length;
}

/** Wait until the page has set so many marks of a name. */
export async function untilMarks(engine: Engine, name: string, wanted: number): Promise<void> {
  await until(
    `${wanted} marks "${name}"`,
    () => countMarks(engine, name),
    (count) => count >= wanted,
    120_000,
  );
}

/** From inside of the page: a tool that presses a button from outside first waits until nothing moves. */
async function press(engine: Engine): Promise<void> {
  await engine.evaluate(`document.querySelector('pattern-example [data-action="run-both"]').click()`);
}

/** Our page, opened cold and run at once. @returns from the start of the navigation to the second verdict */
export async function oursCold({ engine, cpu }: Visit, url: string): Promise<Timed> {
  const before = cpu();
  await engine.goto(url);
  await until(
    'the example',
    () => engine.evaluate(`document.querySelector('pattern-example')?.dataset.ready !== undefined`),
    (ready) => ready === true,
  );
  await press(engine);
  await untilMarks(engine, 'redgreen:verdict', 2);
  const verdicts = (await marks(engine)).filter(({ name }) => name === 'redgreen:verdict');
  return { wall: verdicts[1]?.startTime ?? NaN, cpu: cpu() - before };
}

/** Wait until our page has its interpreters ready and has run once for itself. */
export async function oursReady({ engine }: Visit, url: string): Promise<void> {
  await engine.goto(url);
  await untilMarks(engine, 'redgreen:spare', 2);
  await untilMarks(engine, 'redgreen:warm', 1);
}

/** Wait until the two interpreters for the next click are there. */
export async function sparesReady({ engine }: Visit): Promise<void> {
  await untilMarks(engine, 'redgreen:spare', 2);
}

/** A click on "Run both" of a page that is ready, until both verdicts; waits until the next is ready. */
export async function oursAgain({ engine, cpu }: Visit): Promise<Timed> {
  const [verdicts, spares] = [
    await countMarks(engine, 'redgreen:verdict'),
    await countMarks(engine, 'redgreen:spare'),
  ];
  const before = cpu();
  await press(engine);
  await untilMarks(engine, 'redgreen:verdict', verdicts + 2);
  const all = await marks(engine);
  const ends = all.filter(({ name }) => name === 'redgreen:verdict');
  const clicks = all.filter(({ name }) => name === 'redgreen:run');
  // The next two interpreters are part of what a click costs.
  await untilMarks(engine, 'redgreen:spare', spares + 2);
  return { wall: (ends.at(-1)?.startTime ?? NaN) - (clicks.at(-2)?.startTime ?? NaN), cpu: cpu() - before };
}

/** Milliseconds from the last press of Run to its verdict. */
export async function lastRun(engine: Engine): Promise<number> {
  const all = await marks(engine);
  const last = (name: string): number => all.filter((mark) => mark.name === name).at(-1)?.startTime ?? NaN;
  return last('redgreen:verdict') - last('redgreen:run');
}

/** The plain page, from the start of the navigation to its second verdict. */
export async function stockCold({ engine, cpu }: Visit, url: string): Promise<Timed> {
  const before = cpu();
  await engine.goto(url);
  const result = await stockResult(engine);
  return { wall: result.milliseconds, cpu: cpu() - before };
}

/** The plain page runs both variants once more. */
export async function stockAgain({ engine, cpu }: Visit): Promise<Timed> {
  const before = cpu();
  await engine.evaluate('delete window.stockResult, stockRun(performance.now()), true');
  const result = await stockResult(engine);
  return { wall: result.milliseconds, cpu: cpu() - before };
}

async function stockResult(engine: Engine): Promise<{ milliseconds: number; exitCodes: readonly number[] }> {
  const result = (await until(
    'the plain page',
    () => engine.evaluate('window.stockResult ?? null'),
    (value) => value !== null,
    180_000,
  )) as { milliseconds: number; exitCodes: readonly number[] };
  // It must do the same work: the wrong variant fails, the right one passes.
  if (result.exitCodes.join() !== '1,0')
    throw new Error(`the plain page ended with ${result.exitCodes.join()}`);
  return result;
}
