import { coverageText } from '../model/derive.ts';
import type { RoadmapFeed } from '../model/feed.ts';

/**
 * The figures that a reader hears of, in order. What vanished comes first: the page names only the first few,
 * and with a renamed file everything else looks like progress.
 */
function headline({ _roadmap: { current, ledger, vanished, phases } }: RoadmapFeed): Map<string, string> {
  return new Map([
    ['vanished', String(vanished.count)],
    ['fixed', String(ledger?.baseline.fixed ?? 0)],
    ['failing', String(current.failing)],
    ['passing', String(current.passing)],
    ['errors', String(current.errors)],
    ['all tests', String(current.total)],
    ['coverage', coverageText(current.coverage)],
    ...phases.map((phase): [string, string] => [`phase ${phase.id}`, phase.status]),
  ]);
}

/** What a newer feed changes in the headline figures: `passing 92 → 95`. Empty when nothing does. */
export function whatChanged(before: RoadmapFeed, after: RoadmapFeed): string[] {
  const old = headline(before);
  return [...headline(after)].flatMap(([name, value]) => {
    const was = old.get(name);
    return was === undefined || was === value ? [] : [`${name} ${was} → ${value}`];
  });
}
