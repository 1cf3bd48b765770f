import { plain } from '../../../feed/live/words.ts';
import type { Category, HistoryPoint, RoadmapFeed, Tally } from '../../../feed/model.ts';
import type { ElementNode, TreeNode } from '../../example/tree.ts';
import { linear, type Scale } from '../chart/scale.ts';
import { figure, h, patternCodes, table, type ViewContext } from '../view.ts';

/** The states in the order of the bar, with the words of the legend. */
const STATES = [
  ['open', 'failing'],
  ['setAside', 'set aside (skipped or expected to fail)'],
  ['notReported', 'not reported'],
  ['vanished', 'vanished while failing'],
  ['retired', 'retired with a reason'],
  ['fixed', 'fixed'],
] as const;

function bar(tally: Tally, longest: number): ElementNode {
  return h(
    'span',
    {
      class: 'bar',
      'aria-hidden': 'true',
      style: `inline-size:${Math.max(2, (100 * tally.tracked) / longest)}%`,
    },
    ...STATES.flatMap(([state]) =>
      tally[state] === 0 ? [] : [h('span', { class: `part ${state}`, style: `flex-grow:${tally[state]}` })],
    ),
  );
}

/** The plan's count, before any run: an outline without a filling, since nothing was measured. */
const outline = (stated: number, longest: number): ElementNode =>
  h('span', {
    class: 'bar stated',
    'aria-hidden': 'true',
    style: `inline-size:${(100 * stated) / longest}%`,
  });

/** A step line in a box of 100 by 100. */
function stepPath(points: readonly { at: number; value: number }[], x: Scale, y: Scale): string {
  return points
    .map(({ at, value }, index) => {
      const [left, top] = [x(at).toFixed(1), (100 - y(value)).toFixed(1)];
      return index === 0 ? `M${left} ${top}` : `H${left}V${top}`;
    })
    .join('');
}

/** Failing tests of a category over time as a small step line; vanished ones as a dashed one below it. */
function trend(id: string, history: readonly HistoryPoint[]): ElementNode | string {
  const points = history.flatMap(({ at, categories: all }) => {
    const found = all.find((category) => category.id === id);
    return found === undefined ? [] : [{ at: Date.parse(at), open: found.open, vanished: found.vanished }];
  });
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined || points.length < 2) return '–';
  const x = linear(first.at, last.at);
  const y = linear(0, Math.max(1, ...points.flatMap(({ open, vanished }) => [open, vanished])));
  const line = (name: 'open' | 'vanished'): ElementNode => {
    const values = points.map((point) => ({ at: point.at, value: point[name] }));
    return h('path', { class: name, d: stepPath(values, x, y) });
  };
  return h(
    'span',
    { class: 'trend' },
    h(
      'svg',
      { viewBox: '0 0 100 100', preserveAspectRatio: 'none', 'aria-hidden': 'true', focusable: 'false' },
      ...(last.vanished > 0 ? [line('vanished')] : []),
      line('open'),
    ),
    h('span', {}, `${first.open} → ${last.open}`),
  );
}

function row(category: Category, longest: number, feed: RoadmapFeed, context: ViewContext): TreeNode[][] {
  const { id, title, stated, now, patterns } = category;
  const first = [
    h('span', { class: 'name' }, plain(title)),
    ...(now !== null ? [bar(now, longest)] : stated !== null ? [outline(stated.count, longest)] : []),
  ];
  const plan = stated === null ? '–' : `${stated.count}${stated.as === 'errors' ? ' errors' : ''}`;
  const pages = patternCodes(patterns, context);
  if (now === null) return [first, [plan], pages];
  const number = (state: 'open' | 'fixed' | 'vanished'): TreeNode[] => [
    figure(`category-${id}-${state}`, String(now[state])),
  ];
  return [
    first,
    [plan],
    number('open'),
    number('fixed'),
    number('vanished'),
    [trend(id, feed._roadmap.history.head)],
    pages,
  ];
}

/** Failures by category: what is left, what was fixed, and, told apart from it, what vanished. */
export function categories(feed: RoadmapFeed, context: ViewContext): ElementNode[] {
  const { categories: all, ledger } = feed._roadmap;
  const longest = Math.max(1, ...all.map(({ now, stated }) => now?.tracked ?? stated?.count ?? 0));
  const caption =
    ledger === null
      ? 'The plan’s counts. Failures are sorted into categories from the first published run on, by what they fail with.'
      : 'Every test that failed since the baseline, where it stands now. Only “fixed” is progress. The small lines show failing tests over time, and dashed those that vanished.';
  const measured = ledger === null ? [] : ['Failing', 'Fixed', 'Vanished', 'Over time'];
  return [
    h(
      'figure',
      { class: 'categories', id: 'chart-categories' },
      h('figcaption', {}, h('strong', {}, 'Failures by category.'), ' ', caption),
      table(
        'Failures by category',
        ['Category', 'Plan', ...measured, 'Pages that fix it'],
        all.map((category) => row(category, longest, feed, context)),
        { 'data-stack': '' },
      ),
      ledger !== null &&
        h(
          'ul',
          { class: 'legend' },
          ...STATES.map(([state, words]) =>
            h('li', {}, h('span', { class: `key part ${state}`, 'aria-hidden': 'true' }), words),
          ),
        ),
    ),
  ];
}
