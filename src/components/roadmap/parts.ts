import type { RoadmapFeed } from '../../feed/model.ts';
import type { ElementNode } from '../example/tree.ts';
import { chartTree } from './chart/chart.ts';
import { coverageChart, fixedChart, forecastTable, passingChart } from './chart/charts.ts';
import { categories } from './parts/categories.ts';
import { events } from './parts/events.ts';
import { phases } from './parts/phases.ts';
import { runs } from './parts/runs.ts';
import { summary } from './parts/summary.ts';
import { vanished } from './parts/vanished.ts';
import { h, table, type ViewContext } from './view.ts';

function outlook(feed: RoadmapFeed): ElementNode[] {
  const { how, rows } = forecastTable(feed);
  return [
    h('p', {}, how),
    ...(rows.length > 0 ? [table('Forecast by phase', ['Goal', 'Soonest', 'Latest'], rows)] : []),
  ];
}

/** The parts of the roadmap page by name. Each is drawn from the feed alone, at build and in the page. */
export const parts = {
  summary,
  phases,
  categories,
  vanished,
  events,
  runs,
  outlook,
  passing: (feed) => [chartTree(passingChart(feed))],
  fixed: (feed) => [chartTree(fixedChart(feed))],
  coverage: (feed) => [chartTree(coverageChart(feed))],
} as const satisfies Record<string, (feed: RoadmapFeed, context: ViewContext) => ElementNode[]>;

export type PartName = keyof typeof parts;

/** True for the name of a part. */
export const isPartName = (name: string | undefined): name is PartName =>
  name !== undefined && Object.hasOwn(parts, name);
