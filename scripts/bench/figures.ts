/** What the benches count with. */

/** The middle value; of an even number, the mean of the two in the middle. NaN for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  return Number.isInteger(middle)
    ? ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2
    : (sorted[Math.floor(middle)] ?? NaN);
}

/** One thing that was measured several times. */
export interface Sample {
  /** Milliseconds on the clock. */
  readonly wall: readonly number[];
  /** Milliseconds of CPU of the whole tree of processes; empty where it cannot be told. */
  readonly cpu: readonly number[];
}

/** A ratio with what is wanted of it. */
export interface Line {
  readonly what: string;
  readonly ours: string;
  readonly theirs: string;
  readonly wall: number;
  readonly cpu: number | undefined;
  /** At most; undefined where there is no aim. */
  readonly aim: number | undefined;
}

/** Hold one sample against another, medians through medians. */
export function line(what: string, ours: Sample, theirs: Sample, aim?: number): Line {
  const cpu =
    ours.cpu.length > 0 && theirs.cpu.length > 0 ? median(ours.cpu) / median(theirs.cpu) : undefined;
  return {
    what,
    ours: milliseconds(ours),
    theirs: milliseconds(theirs),
    wall: median(ours.wall) / median(theirs.wall),
    cpu,
    aim,
  };
}

function milliseconds({ wall, cpu }: Sample): string {
  const own = `${Math.round(median(wall))} ms`;
  return cpu.length > 0 ? `${own} (CPU ${Math.round(median(cpu))})` : own;
}

/** The lines as a table in Markdown. */
export function linesTable(lines: readonly Line[]): string {
  const rows = lines.map(({ what, ours, theirs, wall, cpu, aim }) =>
    [what, ours, theirs, wall.toFixed(2), cpu?.toFixed(2) ?? '–', aim === undefined ? '–' : `≤ ${aim}`].join(
      ' | ',
    ),
  );
  const head = ['', 'ours', 'compared with', 'ratio', 'ratio of CPU', 'aim'].join(' | ');
  return [`| ${head} |`, '|---|---|---|---|---|---|', ...rows.map((row) => `| ${row} |`)].join('\n');
}
