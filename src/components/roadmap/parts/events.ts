import { plain } from '../../../feed/live/words.ts';
import type { Item, RoadmapFeed } from '../../../feed/model.ts';
import type { ElementNode } from '../../example/tree.ts';
import { count, dateText } from '../text.ts';
import { type Child, h, linkOrText, type ViewContext } from '../view.ts';

const SHOWN = 10;
const KINDS = { stated: 'Plan', run: 'Run', decision: 'Decision' } as const;

function more(item: Item, context: ViewContext): Child[] {
  const detail = item._roadmap;
  if (detail.kind !== 'run') return [];
  return [
    h(
      'p',
      { class: 'more' },
      h(
        'a',
        { href: context.url(`roadmap/runs/?seq=${detail.seq}`) },
        `What became of each test in run ${detail.seq}`,
      ),
      detail.source.runUrl !== null && ' · ',
      detail.source.runUrl !== null && linkOrText(detail.source.runUrl, 'CI run', context),
    ),
    ...detail.overrides.map(({ guard, reason }) =>
      h(
        'p',
        { class: 'override' },
        `Published although the guard “${plain(guard, 40)}” refused it: ${plain(reason)}`,
      ),
    ),
  ];
}

const entry = (item: Item, context: ViewContext): ElementNode =>
  h(
    'li',
    { class: item._roadmap.kind },
    h(
      'p',
      { class: 'when' },
      h('time', { datetime: item.date_published }, dateText(item.date_published)),
      ` · ${KINDS[item._roadmap.kind]}`,
    ),
    h('h3', {}, plain(item.title)),
    h('p', {}, plain(item.content_text, 700)),
    ...more(item, context),
  );

/** What happened, the newest first: the items of the feed. */
export function events(feed: RoadmapFeed, context: ViewContext): ElementNode[] {
  const entries = feed.items.map((item) => entry(item, context));
  const older = entries.slice(SHOWN);
  return [
    h('ol', { class: 'events' }, ...entries.slice(0, SHOWN)),
    ...(older.length > 0
      ? [
          h(
            'details',
            { 'data-fold': 'events' },
            h('summary', {}, count(older.length, 'older entry', 'older entries')),
            h('ol', { class: 'events' }, ...older),
          ),
        ]
      : []),
  ];
}
