import type { HistoryPoint } from './model/feed.ts';

/**
 * When a number of fixed tests may be reached, as a range, from what the last weeks were like.
 *
 * How: the weeks are counted back from the newest run, at most four, only whole ones since the baseline. For
 * each the tests fixed are counted. `soonest` goes on at the pace of the best of these weeks, `latest` at the
 * pace of the worst. A worst week without progress gives no latest date. Fewer than two weeks give nothing.
 */
export type Forecast =
  | { readonly kind: 'no-run' }
  | { readonly kind: 'too-early'; readonly days: number }
  | {
      readonly kind: 'range';
      /** tests fixed in each week, the newest first; below zero when more broke again than were fixed */
      readonly weeks: readonly number[];
      /** milliseconds since 1970 */
      readonly from: number;
      readonly fixed: number;
      /** When `needed` tests are fixed. Null: not at this pace. Both equal to `from` when they are already. */
      readonly dates: (needed: number) => { readonly soonest: number | null; readonly latest: number | null };
    };

const DAY = 86_400_000;
const WEEK = 7 * DAY;
const MOST_WEEKS = 4;

/** See {@link Forecast}. Partial runs tell nothing and are left out. */
export function forecast(history: readonly HistoryPoint[]): Forecast {
  const runs = history.flatMap(({ kind, at, baseline, completeness }) =>
    kind === 'run' && baseline !== null && completeness.kind !== 'partial'
      ? [{ at: Date.parse(at), fixed: baseline.fixed }]
      : [],
  );
  const first = runs[0];
  const last = runs.at(-1);
  if (first === undefined || last === undefined) return { kind: 'no-run' };
  const fixedAt = (time: number): number => runs.findLast(({ at }) => at <= time)?.fixed ?? 0;
  const span = last.at - first.at;
  const count = Math.min(MOST_WEEKS, Math.floor(span / WEEK));
  if (count < 2) return { kind: 'too-early', days: Math.floor(span / DAY) };
  const weeks = Array.from({ length: count }, (_, week) => {
    const end = last.at - week * WEEK;
    return fixedAt(end) - fixedAt(end - WEEK);
  });
  const reach = (left: number, pace: number): number | null => {
    if (left <= 0) return last.at;
    return pace > 0 ? last.at + (left / pace) * WEEK : null;
  };
  return {
    kind: 'range',
    weeks,
    from: last.at,
    fixed: last.fixed,
    dates: (needed) => ({
      soonest: reach(needed - last.fixed, Math.max(...weeks)),
      latest: reach(needed - last.fixed, Math.min(...weeks)),
    }),
  };
}
