/**
 * Codes are quoted in reviews, commits and badges of other projects, so they are append-only: published.json
 * lists all that ever had a page, retired.json says where each of those that were given up leads now.
 */
export interface Codes {
  /** All codes that ever had a page, sorted. */
  readonly published: readonly string[];
  /** Codes of the patterns that exist. */
  readonly current: readonly string[];
  /** Codes that were given up, each with the one that took its place. */
  readonly retired: Readonly<Record<string, string>>;
}

/** What breaks the promise, each with its cure; empty when it is kept. */
export function codeProblems({ published, current, retired }: Codes): string[] {
  const [known, alive] = [new Set(published), new Set(current)];
  const sorted = [...known].sort();
  return [
    ...current
      .filter((code) => !known.has(code))
      .map((code) => `${code} is not in src/patterns/published.json: add it there`),
    ...published
      .filter((code) => !alive.has(code) && retired[code] === undefined)
      .map(
        (code) =>
          `${code} had a page and has none: say in src/patterns/retired.json which code took its place`,
      ),
    ...Object.keys(retired)
      .filter((code) => alive.has(code))
      .map((code) => `${code} is retired and has a page: a code is never used again`),
    ...Object.keys(retired)
      .filter((code) => !known.has(code))
      .map((code) => `${code} is retired and never was published: take it out of src/patterns/retired.json`),
    ...Object.keys(retired)
      .filter((code) => !alive.has(successor(code, retired)))
      .map((code) => `${code} is retired and leads to no page`),
    ...(published.join() === sorted.join()
      ? []
      : ['src/patterns/published.json must be sorted, each code once']),
  ];
}

/** The code that stands today: a retired one may lead to another that was retired later. */
export function successor(code: string, retired: Codes['retired']): string {
  let current = code;
  // As many steps as there are entries, or a circle would never end.
  for (let steps = Object.keys(retired).length; steps > 0; steps -= 1) current = retired[current] ?? current;
  return current;
}
