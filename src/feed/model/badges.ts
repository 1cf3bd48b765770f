import { coveragePercent, coverageText, passRate, percentText } from './derive.ts';
import type { RoadmapFeed } from './feed.ts';

/** A badge for shields.io's endpoint, which rejects unknown keys. Colours are ours, never the feed's. */
export interface Badge {
  readonly schemaVersion: 1;
  readonly label: string;
  readonly message: string;
  readonly color: string;
}

const colour = (value: number | null): string =>
  value === null
    ? 'lightgrey'
    : value >= 95
      ? 'brightgreen'
      : value >= 80
        ? 'green'
        : value >= 60
          ? 'orange'
          : 'red';

const phaseColour = {
  planned: 'lightgrey',
  active: 'blue',
  done: 'brightgreen',
  deferred: 'lightgrey',
} as const;

/**
 * All badges of a feed by name (`/badge/<name>.json`): `pass-rate`, `coverage`, `fixed`, `vanished`, and one
 * for each phase, such as `phase-2a`.
 */
export function badges(feed: RoadmapFeed): Map<string, Badge> {
  const { current, ledger, vanished, phases } = feed._roadmap;
  const badge = (label: string, message: string, color: string): Badge => ({
    schemaVersion: 1,
    label,
    message,
    color,
  });
  const rate = passRate(current);
  const origin = current.kind === 'stated' ? ' (stated)' : '';
  const all = new Map<string, Badge>([
    [
      'pass-rate',
      badge('passing', rate === null ? 'no figure' : `${percentText(rate)}%${origin}`, colour(rate)),
    ],
    [
      'coverage',
      badge(
        'coverage',
        `${coverageText(current.coverage).replace(' ', '')}${current.coverage?.kind === 'stated' ? ' (stated)' : ''}`,
        colour(coveragePercent(current.coverage)),
      ),
    ],
    [
      'fixed',
      ledger === null
        ? badge('fixed', 'no run yet', 'lightgrey')
        : badge('fixed', `${ledger.baseline.fixed} of ${ledger.baseline.tracked}`, 'blue'),
    ],
    ['vanished', badge('vanished', String(vanished.count), vanished.count > 0 ? 'red' : 'brightgreen')],
  ]);
  for (const phase of phases) {
    all.set(
      `phase-${phase.id.toLowerCase()}`,
      badge(`phase ${phase.id}`, phase.status, phaseColour[phase.status]),
    );
  }
  return all;
}
