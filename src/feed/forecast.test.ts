import { describe, expect, it } from 'vitest';
import { forecast } from './forecast.ts';
import type { HistoryPoint } from './model/feed.ts';
import { emptyTally } from './model/ledger.ts';
import { sampleFeed } from './testing/sample.ts';

const DAY = 86_400_000;
const START = Date.parse('2026-02-01T00:00:00Z');
const [, base] = sampleFeed()._roadmap.history.head;

function point(day: number, fixed: number, some: Partial<HistoryPoint> = {}): HistoryPoint {
  if (base === undefined) throw new Error('the sample has no run');
  return {
    ...base,
    seq: day + 2,
    at: new Date(START + day * DAY).toISOString(),
    baseline: { ...emptyTally(), tracked: 100, open: 100 - fixed, fixed },
    ...some,
  };
}
const day = (time: number | null): number | null => (time === null ? null : (time - START) / DAY);

describe('forecast', () => {
  it('has none before the first run, nor before two weeks', () => {
    const [stated] = sampleFeed()._roadmap.history.head;
    expect(forecast(stated ? [stated] : [])).toEqual({ kind: 'no-run' });
    expect(forecast([point(0, 0), point(13, 5)])).toEqual({ kind: 'too-early', days: 13 });
  });

  it('goes on at the pace of the best and of the worst week', () => {
    const found = forecast([point(0, 0), point(7, 10), point(14, 15), point(21, 35)]);
    if (found.kind !== 'range') throw new Error(found.kind);
    expect(found.weeks).toEqual([20, 5, 10]);
    // 40 are left: two of the best weeks, eight of the worst.
    const { soonest, latest } = found.dates(75);
    expect([day(soonest), day(latest)]).toEqual([35, 77]);
  });

  it('gives no latest date where a week brought nothing', () => {
    const found = forecast([point(0, 0), point(7, 10), point(14, 10)]);
    if (found.kind !== 'range') throw new Error(found.kind);
    expect(found.dates(20)).toEqual({ soonest: START + 21 * DAY, latest: null });
    expect(found.dates(10)).toEqual({ soonest: found.from, latest: found.from });
  });

  it('looks at the last four weeks only, and leaves partial runs out', () => {
    const partial = point(36, 0, {
      completeness: { kind: 'partial', collected: 100, reported: 16, reason: 'maxfail' },
    });
    const days = [0, 7, 14, 21, 28, 35].map((at) => point(at, at === 0 ? 0 : 50 + at));
    const found = forecast([...days, partial]);
    expect(found).toMatchObject({ kind: 'range', weeks: [7, 7, 7, 7], fixed: 85 });
  });
});
