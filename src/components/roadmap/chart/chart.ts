import type { ElementNode } from '../../example/tree.ts';
import { type Child, h, table } from '../view.ts';
import { count, dateText, rangeText } from '../text.ts';
import { dateTicks, linear, type Scale, spread, ticks } from './scale.ts';

/** A line over time. `null` is a gap. */
interface Series {
  readonly name: string;
  /** decides colour, dash and the shape of its dots together */
  readonly look: 'good' | 'lost' | 'plain' | 'faint';
  readonly points: readonly {
    readonly at: number;
    readonly value: number | null;
    readonly hollow?: boolean;
  }[];
}

/** A range of values across the whole time: what the plan promises. */
export interface Band {
  readonly name: string;
  readonly range: readonly [number, number];
}

/** A time chart as data. Times are milliseconds since 1970. */
export interface TimeChart {
  readonly id: string;
  readonly title: string;
  /** what the chart shows, as sentences: for everybody, and the picture's text for screen readers */
  readonly caption: string;
  readonly unit: string;
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly high: number;
  readonly series: readonly Series[];
  readonly bands: readonly Band[];
  readonly lines: readonly { readonly name: string; readonly value: number }[];
  /** forecast: from a point to a range of times at one value; `latest` null is open to the right */
  readonly wedges: readonly {
    readonly at: number;
    readonly value: number;
    readonly goal: number;
    readonly soonest: number;
    readonly latest: number | null;
  }[];
}

const round = (value: number): string => String(Math.round(value * 100) / 100);
const within = (value: number): number => Math.min(100, Math.max(0, value));

interface Scales {
  readonly x: Scale;
  readonly y: Scale;
}

/**
 * A step line: a value holds until the next run. A gap ends the line, and so does the step from what was
 * stated to what was measured: nothing happened between the two.
 */
function stepPath({ points }: Series, { x, y }: Scales): string {
  let pen = '';
  let drawing = false;
  let stated = false;
  for (const { at, value, hollow = false } of points) {
    if (value === null || hollow !== stated) drawing = false;
    if (value === null) continue;
    stated = hollow;
    const [left, top] = [round(x(at)), round(100 - y(value))];
    pen += drawing ? `H${left}V${top}` : `M${left} ${top}`;
    drawing = true;
  }
  return pen;
}

/** Above this many points a line's dots would run into each other: only stated ones and the last are drawn. */
const MOST_DOTS = 14;

const dots = ({ points, look }: Series, { x, y }: Scales): ElementNode[] =>
  points.flatMap(({ at, value, hollow = false }, index) =>
    value === null || (points.length > MOST_DOTS && !hollow && index < points.length - 1)
      ? []
      : [
          h('span', {
            class: `dot ${look}${hollow ? ' hollow' : ''}`,
            style: `left:${round(x(at))}%;bottom:${round(y(value))}%`,
          }),
        ],
  );

function wedgePath(
  { at, value, goal, soonest, latest }: TimeChart['wedges'][number],
  { x, y }: Scales,
): string {
  const start = `M${round(x(at))} ${round(100 - y(value))}`;
  const top = round(100 - y(goal));
  const far =
    latest === null
      ? `L110 ${top}L110 ${round(100 - y(value))}`
      : `L${round(Math.min(400, x(latest)))} ${top}`;
  return `${start}L${round(x(soonest))} ${top}${far}Z`;
}

/** Height of a label, in percent of the plot on a phone (14rem): 0.8125rem at line height 1.2. */
const LABEL = 7;

/** Names of the bands beside the plot, each at its band, moved apart where bands are close. */
function bandLabels({ bands }: TimeChart, y: Scale): ElementNode[] {
  const centres = bands.map(({ range: [low, high] }) => (within(y(low)) + within(y(high))) / 2);
  const places = spread(centres, LABEL);
  return bands.map(({ name, range }, index) =>
    h(
      'span',
      { class: 'band-label', style: `bottom:${round(places[index] ?? 0)}%` },
      h('span', {}, h('b', {}, name), ' ', h('span', { class: 'range' }, rangeText(range))),
    ),
  );
}

function plot(chart: TimeChart, scales: Scales): ElementNode {
  const { x, y } = scales;
  const at = (value: number): string => round(within(y(value)));
  return h(
    'div',
    { class: 'plot', role: 'img', 'aria-label': `${chart.title}. ${chart.caption}` },
    h(
      'div',
      { class: 'area', 'aria-hidden': 'true' },
      ...ticks(chart.low, chart.high).map((value) =>
        h('span', { class: 'y', style: `bottom:${at(value)}%` }, h('span', {}, String(value))),
      ),
      ...chart.bands.map(({ range: [low, high] }) =>
        h('span', {
          class: 'band',
          style: `bottom:${at(low)}%;height:${round(within(y(high)) - within(y(low)))}%`,
        }),
      ),
      ...bandLabels(chart, y),
      ...chart.lines.map(({ name, value }) =>
        h('span', { class: 'target', style: `bottom:${at(value)}%` }, h('span', {}, name)),
      ),
      h(
        'svg',
        { viewBox: '0 0 100 100', preserveAspectRatio: 'none', focusable: 'false' },
        ...chart.wedges.map((wedge) => h('path', { class: 'wedge', d: wedgePath(wedge, scales) })),
        ...chart.series.map((series) =>
          h('path', { class: `line ${series.look}`, d: stepPath(series, scales) }),
        ),
      ),
      ...chart.series.flatMap((series) => dots(series, scales)),
    ),
    h(
      'div',
      { class: 'x', 'aria-hidden': 'true' },
      ...dateTicks(chart.from, chart.to).map(({ time, text }) =>
        h('span', { style: `left:${round(x(time))}%` }, text),
      ),
    ),
  );
}

function legend(chart: TimeChart): Child {
  const entries = chart.series.map(({ name, look }) =>
    h('li', {}, h('span', { class: `key ${look}`, 'aria-hidden': 'true' }), name),
  );
  const bands =
    chart.bands.length > 0 && h('li', {}, h('span', { class: 'key band', 'aria-hidden': 'true' }), 'planned');
  const wedge =
    chart.wedges.length > 0 &&
    h('li', {}, h('span', { class: 'key wedge', 'aria-hidden': 'true' }), 'forecast');
  return h('ul', { class: 'legend' }, ...entries, bands, wedge);
}

function dataTable(chart: TimeChart): ElementNode {
  const times = [...new Set(chart.series.flatMap(({ points }) => points.map(({ at }) => at)))].sort(
    (a, b) => a - b,
  );
  const rows = times.map((time) => [
    dateText(time),
    ...chart.series.map(({ points }) => {
      const found = points.find(({ at }) => at === time)?.value;
      return found === null || found === undefined ? '–' : String(found);
    }),
  ]);
  const head = ['Date', ...chart.series.map(({ name }) => name)];
  return h(
    'details',
    { 'data-fold': `chart-${chart.id}` },
    h('summary', {}, `Figures as a table (${count(times.length, 'row')})`),
    table(`${chart.title}: figures`, head, rows),
  );
}

/**
 * Draws a time chart: caption, picture, legend, table. The picture is SVG stretched to its box, with its
 * text as HTML beside it, so that text keeps its size on a phone and on paper.
 */
export function chartTree(chart: TimeChart): ElementNode {
  const scales = { x: linear(chart.from, chart.to), y: linear(chart.low, chart.high) };
  const cut = chart.low > 0 && `The axis begins at ${chart.low}, not at 0.`;
  return h(
    'figure',
    { class: 'chart', id: `chart-${chart.id}` },
    h('figcaption', {}, h('strong', {}, `${chart.title}.`), ' ', chart.caption),
    plot(chart, scales),
    h('div', { class: 'below' }, legend(chart), cut && h('p', { class: 'cut' }, cut)),
    chart.series.some(({ points }) => points.length > 0) && dataTable(chart),
  );
}
