import type { Category, Item, RoadmapFeed } from '../model.ts';
import { OTHER } from './outcomes.ts';

/** Small enough for every feed reader (JSON Feed finds 250 kB fine). */
const ITEMS = 60;

/** Put an item on top. What the plan stated and what people decided stays; the oldest runs make room. */
export function withItem(feed: RoadmapFeed, item: Item): RoadmapFeed {
  const items = [item, ...feed.items];
  while (items.length > ITEMS) {
    const oldest = items.findLastIndex((each) => each._roadmap.kind === 'run');
    if (oldest <= 0) break;
    items.splice(oldest, 1);
  }
  return { ...feed, items };
}

/** The categories, with one for failures that no other takes: their counts must add up to all failures. */
export function withOther(categories: readonly Category[]): Category[] {
  if (categories.some((category) => category.id === OTHER)) return [...categories];
  const other = { id: OTHER, title: 'Causes that the plan does not name', stated: null, now: null };
  return [...categories, { ...other, phases: [], patterns: [], paths: [] }];
}

/** The address of a page below the roadmap page; undefined where the feed does not say where that is. */
export function pageOf({ home_page_url: home }: RoadmapFeed, path: string): string | undefined {
  return URL.canParse(path, home) ? new URL(path, home).href : undefined;
}
