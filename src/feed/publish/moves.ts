import { structureOf } from '../../reports/identity.ts';
import type { KnownTests } from './outcomes.ts';

/**
 * Files that were moved: every test of the old file is gone, no test of the new one was known, and most of
 * the smaller one's tests agree in class and name. Tests that agree are the same tests.
 *
 * @returns new key by old key.
 */
export function movedTests(before: KnownTests, now: KnownTests): Map<string, string> {
  const gone = wholeFiles(before, now);
  const fresh = wholeFiles(now, before);
  const pairs = [...gone].flatMap(([from, old]) =>
    [...fresh].map(([to, young]) => ({ from, to, old, young, common: common(old, young) })),
  );
  const moves = new Map<string, string>();
  const used = new Set<string>();
  // The best match first; a tie goes to the file that kept its name.
  const ranked = pairs
    .filter(({ common: names, old, young }) => names.length * 2 >= Math.min(old.size, young.size))
    .sort((a, b) => b.common.length - a.common.length || sameName(b) - sameName(a));
  for (const { from, to, old, young, common: names } of ranked) {
    if (names.length === 0 || used.has(`-${from}`) || used.has(`+${to}`)) continue;
    used.add(`-${from}`).add(`+${to}`);
    for (const name of names) {
      const [oldKey, newKey] = [old.get(name), young.get(name)];
      if (oldKey !== undefined && newKey !== undefined) moves.set(oldKey, newKey);
    }
  }
  return moves;
}

/** Class and name → key, for each file of `tests` that has no test at all in `others`. */
function wholeFiles(tests: KnownTests, others: KnownTests): Map<string, Map<string, string>> {
  const kept = new Set(Array.from(others.values(), ({ id }) => structureOf(id).module));
  const files = new Map<string, Map<string, string>>();
  for (const [key, { id }] of tests) {
    const { module, classes, name } = structureOf(id);
    if (kept.has(module)) continue;
    const file = files.get(module) ?? new Map<string, string>();
    files.set(module, file.set(`${classes}::${name}`, key));
  }
  return files;
}

function common(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] {
  return [...one.keys()].filter((name) => other.has(name));
}

function sameName({ from, to }: { from: string; to: string }): number {
  return from.split('.').pop() === to.split('.').pop() ? 1 : 0;
}
