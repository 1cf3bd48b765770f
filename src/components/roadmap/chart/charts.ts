import type { Forecast } from '../../../feed/forecast.ts';
import { forecast } from '../../../feed/forecast.ts';
import {
  coveragePercent,
  coverageText,
  type HistoryPoint,
  type Phase,
  phaseProgress,
  type RoadmapFeed,
  rateText,
} from '../../../feed/model.ts';
import { plan, totals } from '../../../roadmap/totals.ts';
import { count, dateText, listText } from '../text.ts';
import type { Band, TimeChart } from './chart.ts';

const DAY = 86_400_000;

interface Span {
  readonly from: number;
  readonly to: number;
}

/** The time that the points cover, with room at the end; at least four weeks. */
function spanOf(points: readonly HistoryPoint[]): Span {
  const times = points.map(({ at }) => Date.parse(at));
  const from = Math.min(...times);
  const last = Math.max(...times);
  return { from, to: Math.max(last + (last - from) * 0.08, from + 28 * DAY) };
}

/** Low and high end of an axis that holds `values`, with some room, on round figures. */
function axis(values: readonly number[], step: number): { low: number; high: number } {
  const room = Math.max(step, (Math.max(...values) - Math.min(...values)) * 0.06);
  return {
    low: Math.max(0, Math.floor((Math.min(...values) - room) / step) * step),
    high: Math.ceil((Math.max(...values) + room) / step) * step,
  };
}

const bandsOf = (phases: readonly Phase[], pick: (phase: Phase) => [number, number] | null): Band[] =>
  phases.flatMap((phase) => {
    const range = pick(phase);
    return range === null ||
      phase.status === 'deferred' ||
      (phase.basis.kind === 'stated' && phase.status === 'done')
      ? []
      : [{ name: phase.id, range }];
  });

/** Totals within one percent of the plan's may be laid on the plan's absolute numbers. */
const comparable = (total: number): boolean =>
  Math.abs(total - totals.total.value) <= totals.total.value / 100;

/** Passing tests over time, on the plan's bands where the totals allow it. */
export function passingChart(feed: RoadmapFeed): TimeChart {
  const { history, current, phases } = feed._roadmap;
  const bands = comparable(current.total) ? bandsOf(phases, (phase) => phase.planned.passing) : [];
  const points = history.head;
  const values = [
    ...points.flatMap(({ passing, total }) => [passing, total]),
    ...bands.flatMap(({ range }) => range),
  ];
  const [first] = points;
  const before = first?.kind === 'stated' ? 'The plan stated' : 'It was';
  const moved =
    first !== undefined && points.length > 1
      ? ` ${before} ${first.passing} of ${first.total} on ${dateText(first.at)}.`
      : '';
  const missing =
    bands.length === 0
      ? ` The plan’s bands are left out: it counts ${totals.total.value} tests, this run has ${current.total}, and numbers of passing tests can only be compared within one per cent.`
      : ' The plan’s bands are for its own total and can be compared.';
  return {
    id: 'passing',
    title: 'Passing tests',
    caption: `${current.passing} of ${current.total} pass (${rateText(current.passing, current.total)}).${moved}${missing}`,
    unit: 'tests',
    ...spanOf(points),
    ...axis(values, 20),
    bands,
    lines: [],
    wedges: [],
    series: [
      {
        name: 'all tests',
        look: 'faint',
        points: points.map(({ at, total, kind }) => ({
          at: Date.parse(at),
          value: total,
          hollow: kind === 'stated',
        })),
      },
      {
        name: 'passing',
        look: 'good',
        points: points.map(({ at, passing, kind }) => ({
          at: Date.parse(at),
          value: passing,
          hollow: kind === 'stated',
        })),
      },
    ],
  };
}

/** Coverage over time, on the plan's bands. Runs that brought no coverage are gaps. */
export function coverageChart(feed: RoadmapFeed): TimeChart {
  const { history, current, phases } = feed._roadmap;
  const points = history.head.map(({ at, coverage }) => {
    const percent = coveragePercent(coverage);
    const value = percent === null ? null : Math.round(percent * 10) / 10;
    return { at: Date.parse(at), value, hollow: coverage?.kind === 'stated' };
  });
  const bands = bandsOf(phases, (phase) => phase.planned.coverage);
  const measured = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const stated = current.coverage?.kind === 'stated';
  return {
    id: 'coverage',
    title: 'Coverage',
    caption:
      `${coverageText(current.coverage)} ${stated ? 'as the plan states it' : 'as last measured'}. ` +
      `The plan’s target is ${plan.targetCoverage.value} % or more.`,
    unit: '%',
    ...spanOf(history.head),
    ...axis([...measured, ...bands.flatMap(({ range }) => range), plan.targetCoverage.value], 5),
    bands,
    lines: [{ name: 'target', value: plan.targetCoverage.value }],
    wedges: [],
    series: [{ name: 'coverage in percent', look: 'plain', points }],
  };
}

/** Tests needed up to each phase that is still to be done. */
const stages = (feed: RoadmapFeed): { id: string; needed: readonly [number, number] }[] =>
  phaseProgress(feed._roadmap.phases, feed._roadmap.ledger?.baseline.fixed ?? 0);

const forecastText = (found: Forecast): string => {
  switch (found.kind) {
    case 'no-run':
      return 'No run has been published yet, so nothing is measured.';
    case 'too-early':
      return `A forecast needs two weeks of runs; there are ${count(found.days, 'day')}.`;
    case 'range':
      return `Forecast: on at the pace of the best and of the worst of the last ${found.weeks.length} weeks.`;
  }
};

/** Tests fixed since the baseline, on the ranges that the phases need, with the forecast. */
export function fixedChart(feed: RoadmapFeed): TimeChart {
  const { history, ledger } = feed._roadmap;
  const runs = history.head.flatMap(({ at, baseline }) =>
    baseline === null ? [] : [{ at: Date.parse(at), baseline }],
  );
  const found = forecast(history.head);
  const needed = stages(feed);
  const last = needed.at(-1)?.needed ?? [0, 0];
  const span = spanOf(history.head);
  const dates = found.kind === 'range' ? found.dates(last[0]) : null;
  const wedges =
    found.kind === 'range' && dates?.soonest !== null && dates !== null && dates.soonest > found.from
      ? [{ at: found.from, value: found.fixed, goal: last[0], soonest: dates.soonest, latest: dates.latest }]
      : [];
  const reach = wedges[0] === undefined ? span.to : (wedges[0].latest ?? wedges[0].soonest);
  const state =
    ledger === null
      ? ''
      : `${ledger.baseline.fixed} of the ${ledger.baseline.tracked} tests that failed on ${dateText(ledger.baselineAt)} are fixed, ${ledger.baseline.vanished} have vanished. `;
  return {
    id: 'fixed',
    title: 'Tests fixed since the baseline',
    caption: `${state}${forecastText(found)}`,
    unit: 'tests',
    from: span.from,
    to: Math.max(span.to, Math.min(reach, span.to + (span.to - span.from))),
    low: 0,
    high: Math.max(last[1], ...runs.map(({ baseline }) => Math.max(baseline.fixed, baseline.vanished))) + 10,
    bands: needed.map(({ id, needed: range }) => ({ name: id, range })),
    lines: [],
    wedges,
    series: [
      {
        name: 'vanished while failing',
        look: 'lost',
        points: runs.map(({ at, baseline }) => ({ at, value: baseline.vanished })),
      },
      {
        name: 'fixed',
        look: 'good',
        points: runs.map(({ at, baseline }) => ({ at, value: baseline.fixed })),
      },
    ],
  };
}

/** How the forecast comes about, in sentences, and its dates by phase. */
export function forecastTable(feed: RoadmapFeed): { how: string; rows: [string, string, string][] } {
  const found = forecast(feed._roadmap.history.head);
  if (found.kind !== 'range') return { how: forecastText(found), rows: [] };
  const date = (time: number | null): string =>
    time === null ? 'not at this pace' : time === found.from ? 'reached' : dateText(time);
  const rows = stages(feed).map(({ id, needed }): [string, string, string] => {
    const { soonest, latest } = found.dates(needed[0]);
    return [`Phase ${id} (${needed[0]} fixed)`, date(soonest), date(latest)];
  });
  const weeks = listText(found.weeks.map(String));
  return {
    how:
      `In the last ${found.weeks.length} weeks, the newest first, ${weeks} tests were fixed. ` +
      'The soonest date goes on at the best of these, the latest at the worst. Vanished tests count for nothing.',
    rows,
  };
}
