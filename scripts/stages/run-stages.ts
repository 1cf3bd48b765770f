import { Trouble } from '../setup/trouble.mjs';
import { type Counts, type Stage, type StageResult, NOTHING, inFigures, sum } from './stage.ts';

/** Milliseconds between two signs of life of a long stage. */
const HEARTBEAT = 30_000;

/**
 * The stages that were asked for by name, with those that they come after, in the table's order; all where no
 * name is given.
 *
 * @throws Trouble for a name that is not in the table
 */
export function chooseStages(table: readonly Stage[], names: readonly string[]): readonly Stage[] {
  const wanted = new Set(names.length === 0 ? table.map(({ name }) => name) : names);
  for (const name of wanted) {
    const stage = table.find((each) => each.name === name);
    if (!stage) {
      throw new Trouble(
        `There is no stage "${name}": choose from ${table.map((each) => each.name).join(', ')}.`,
      );
    }
    // A set takes in what is added while it is walked.
    for (const earlier of stage.after) wanted.add(earlier);
  }
  return table.filter(({ name }) => wanted.has(name));
}

/**
 * Runs stages in order and tells each one's figures and seconds; the output of one that failed is shown in full.
 * A stage whose forerunner failed is not run and counts as one failure: what did not run did not pass.
 *
 * @param print gets whole lines
 */
export async function runStages(stages: readonly Stage[], print: (line: string) => void): Promise<Counts> {
  const results = new Map<string, StageResult>();
  for (const stage of stages) {
    const broken = stage.after.filter((name) => (results.get(name)?.failed ?? 0) > 0);
    print(`\n${stage.title} …`);
    const began = Date.now();
    const beat = setInterval(() => {
      print(`  still at it, ${Math.round((Date.now() - began) / 1000)} s`);
    }, HEARTBEAT);
    const result =
      broken.length > 0
        ? { ...NOTHING, failed: 1, output: `Not run, because this failed before: ${broken.join(', ')}.\n` }
        : await runStage(stage);
    clearInterval(beat);
    results.set(stage.name, result);
    if (result.failed > 0) print(result.output);
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    print(`${result.failed > 0 ? '✗' : '✓'} ${stage.name}: ${inFigures(result)} (${seconds} s)`);
  }
  return sum([...results.values()]);
}

async function runStage(stage: Stage): Promise<StageResult> {
  try {
    return await stage.run();
  } catch (error) {
    return {
      ...NOTHING,
      failed: 1,
      output: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}
