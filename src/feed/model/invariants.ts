import type { Counts } from './counts.ts';
import type { RoadmapFeed } from './feed.ts';
import type { FileOutcomes, RunFile, RunIndex } from './run.ts';
import { emptyTally, type Tally, trackedStates } from './ledger.ts';

/** A rule that the figures break: where, and what does not hold, with the numbers. */
export interface Broken {
  /** such as `_roadmap.current.total` */
  readonly path: string;
  readonly message: string;
}

/** The rules for the counts of one run. */
function countsBroken(counts: Counts, path: string): Broken[] {
  const { passing, failing, errors, skipped, xfailed, xpassed, total, flaky } = counts;
  const sum = passing + failing + errors + skipped + xfailed + xpassed;
  const broken: Broken[] = [];
  if (sum !== total) {
    broken.push({ path: `${path}.total`, message: `the outcomes add up to ${sum}, but total says ${total}` });
  }
  if (flaky > passing) {
    broken.push({ path: `${path}.flaky`, message: `${flaky} flaky tests, but only ${passing} passing` });
  }
  return broken;
}

/** Adds up tallies. */
function addTallies(tallies: readonly Tally[]): Tally {
  const sum = emptyTally();
  for (const tally of tallies) {
    sum.tracked += tally.tracked;
    for (const state of trackedStates) sum[state] += tally[state];
  }
  return sum;
}

function repeated(names: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return names.find((name) => seen.size === seen.add(name).size);
}

function uniqueBroken(names: readonly string[], path: string): Broken[] {
  const twice = repeated(names);
  return twice === undefined ? [] : [{ path, message: `“${twice}” is there twice` }];
}

function orderBroken(points: readonly { seq: number; at: string }[], path: string): Broken[] {
  const broken: Broken[] = [];
  for (const [index, point] of points.entries()) {
    const before = points[index - 1];
    if (before === undefined) continue;
    if (point.seq <= before.seq) {
      broken.push({ path: `${path}.${index}.seq`, message: `seq ${point.seq} comes after ${before.seq}` });
    }
    if (Date.parse(point.at) < Date.parse(before.at)) {
      broken.push({ path: `${path}.${index}.at`, message: `${point.at} comes after ${before.at}` });
    }
  }
  return broken;
}

function ledgerBroken({
  current,
  ledger,
  vanished,
  categories,
  patterns,
  history,
}: RoadmapFeed['_roadmap']): Broken[] {
  const broken: Broken[] = [];
  const base = '_roadmap';
  if (vanished.tests.length > vanished.count) {
    broken.push({
      path: `${base}.vanished`,
      message: `${vanished.tests.length} listed, ${vanished.count} counted`,
    });
  }
  if (ledger === null) {
    if (current.kind === 'run') {
      broken.push({ path: `${base}.ledger`, message: 'missing although a run was published' });
    }
    return broken;
  }
  const whole = addTallies([ledger.baseline, ledger.later]);
  for (const [index, point] of history.head.entries()) {
    if (point.kind === 'run' && point.baseline?.tracked !== ledger.baseline.tracked) {
      broken.push({
        path: `${base}.history.head.${index}.baseline`,
        message: `does not track the ${ledger.baseline.tracked} tests of the baseline`,
      });
    }
  }
  const red = current.failing + current.errors;
  if (current.kind === 'run' && whole.open !== red) {
    broken.push({
      path: `${base}.ledger`,
      message: `${whole.open} open, but the run has ${red} failing or broken`,
    });
  }
  if (whole.vanished !== vanished.count) {
    broken.push({
      path: `${base}.vanished.count`,
      message: `says ${vanished.count}, the ledger says ${whole.vanished}`,
    });
  }
  const tallies = categories.flatMap((category) => (category.now === null ? [] : [category.now]));
  const splits: [string, readonly Tally[]][] = [
    ['categories', tallies],
    ['patterns', patterns.map((pattern) => pattern.tally)],
  ];
  for (const [name, parts] of splits) {
    const sum = addTallies(parts);
    for (const state of ['tracked', ...trackedStates] as const) {
      if (sum[state] !== whole[state]) {
        broken.push({
          path: `${base}.${name}`,
          message: `${state}: the ${name} add up to ${sum[state]}, the ledger says ${whole[state]}`,
        });
      }
    }
  }
  return broken;
}

/** Every rule that a feed of the right shape may still break. Empty for a sound feed. */
export function feedBroken(feed: RoadmapFeed): Broken[] {
  const roadmap = feed._roadmap;
  const { current, history, phases, categories } = roadmap;
  const base = '_roadmap';
  const broken = [
    ...countsBroken(current, `${base}.current`),
    ...orderBroken(history.head, `${base}.history.head`),
    ...history.head.flatMap((point, index) => countsBroken(point, `${base}.history.head.${index}`)),
    ...uniqueBroken(
      feed.items.map((item) => item.id),
      'items',
    ),
    ...uniqueBroken(
      phases.map((phase) => phase.id),
      `${base}.phases`,
    ),
    ...uniqueBroken(
      categories.map((category) => category.id),
      `${base}.categories`,
    ),
    ...uniqueBroken(
      roadmap.patterns.map((pattern) => pattern.code ?? 'no match'),
      `${base}.patterns`,
    ),
    ...ledgerBroken(roadmap),
  ];
  if (history.count < history.head.length) {
    broken.push({
      path: `${base}.history.count`,
      message: `${history.count}, but the head has ${history.head.length}`,
    });
  }
  const last = history.head.at(-1);
  const same = (['seq', 'total', 'passing', 'failing', 'errors'] as const).every(
    (key) => last?.[key] === current[key],
  );
  if (!same) {
    broken.push({ path: `${base}.history.head`, message: 'does not end with the current state' });
  }
  if (current.seq > roadmap.seq) {
    broken.push({
      path: `${base}.current.seq`,
      message: `${current.seq} is above the feed's ${roadmap.seq}`,
    });
  }
  if (current.hollow !== null && current.hollow.count > current.hollow.ofPassing) {
    broken.push({ path: `${base}.current.hollow`, message: 'more hollow tests than tests looked at' });
  }
  for (const [index, item] of feed.items.entries()) {
    const detail = item._roadmap;
    if (detail.seq > roadmap.seq) {
      broken.push({
        path: `items.${index}._roadmap.seq`,
        message: `${detail.seq} is above the feed's ${roadmap.seq}`,
      });
    }
    if (detail.kind !== 'decision')
      broken.push(...countsBroken(detail.counts, `items.${index}._roadmap.counts`));
  }
  const known = new Set(phases.map((phase) => phase.id));
  for (const [index, category] of categories.entries()) {
    const unknown = category.phases.find((id) => !known.has(id));
    if (unknown !== undefined) {
      broken.push({ path: `${base}.categories.${index}.phases`, message: `there is no phase “${unknown}”` });
    }
  }
  return broken;
}

/** All test ids of some files, in order. */
export function idsOf(files: readonly FileOutcomes[]): string[] {
  return files.flatMap((entry) =>
    [
      ...(entry.passed ?? []),
      ...(entry.flaky ?? []),
      ...(entry.failed ?? []).map((test) => test.name),
      ...(entry.error ?? []).map((test) => test.name),
      ...(entry.skipped ?? []),
      ...(entry.xfailed ?? []),
      ...(entry.xpassed ?? []),
    ].map((name) => `${entry.file}::${name}`),
  );
}

/** The counts that the outcomes of a run file amount to. */
export function countsOf(files: readonly FileOutcomes[]): Counts {
  const sum = (pick: (entry: FileOutcomes) => readonly unknown[] | undefined): number =>
    files.reduce((total, entry) => total + (pick(entry)?.length ?? 0), 0);
  const flaky = sum((entry) => entry.flaky);
  const counts = {
    passing: sum((entry) => entry.passed) + flaky,
    failing: sum((entry) => entry.failed),
    errors: sum((entry) => entry.error),
    skipped: sum((entry) => entry.skipped),
    xfailed: sum((entry) => entry.xfailed),
    xpassed: sum((entry) => entry.xpassed),
    flaky,
  };
  return { ...counts, total: idsOf(files).length };
}

/** Every rule that a run file of the right shape may still break. */
export function runBroken(run: RunFile): Broken[] {
  const broken = [
    ...countsBroken(run.counts, 'counts'),
    ...uniqueBroken(idsOf([...run.files, ...run.carried]), 'files'),
    ...uniqueBroken(
      run.tracked.map((test) => test.id),
      'tracked',
    ),
  ];
  const found = countsOf(run.files);
  for (const key of Object.keys(found) as (keyof Counts)[]) {
    if (found[key] !== run.counts[key]) {
      broken.push({
        path: `counts.${key}`,
        message: `says ${run.counts[key]}, the tests listed are ${found[key]}`,
      });
    }
  }
  const { counts, lists } = run.changes;
  for (const key of Object.keys(lists) as (keyof typeof lists)[]) {
    if (lists[key].length !== counts[key]) {
      broken.push({
        path: `changes.counts.${key}`,
        message: `says ${counts[key]}, ${lists[key].length} are listed`,
      });
    }
  }
  return broken;
}

/** Every rule that a run index of the right shape may still break: order, and the chain of hashes. */
export function indexBroken(index: RunIndex): Broken[] {
  const broken = orderBroken(index.runs, 'runs');
  for (const [position, run] of index.runs.entries()) {
    broken.push(...countsBroken(run.counts, `runs.${position}.counts`));
    const before = index.runs[position - 1]?.sha256 ?? null;
    if (run.prev !== before) {
      broken.push({ path: `runs.${position}.prev`, message: `does not name the run before seq ${run.seq}` });
    }
  }
  return broken;
}
