/** What the start page says of the reader's progress. */

/** "3 of 8 steps solved." */
export function summaryWords(solved: number, steps: number): string {
  return solved === steps ? `All ${steps} steps solved.` : `${solved} of ${steps} steps solved.`;
}

/** Where to go on: the first step that is not solved, counted from 0; undefined when all are. */
export function nextStep(ids: readonly string[], solved: ReadonlySet<string>): number | undefined {
  const index = ids.findIndex((id) => !solved.has(id));
  return index < 0 ? undefined : index;
}

/** The words of the link that leads on. */
export function onWords(next: number | undefined): string {
  if (next === undefined) return 'Go through it again';
  return next === 0 ? 'Begin with step 1' : `Go on with step ${next + 1}`;
}
