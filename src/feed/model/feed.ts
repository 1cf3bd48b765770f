import * as v from 'valibot';
import { Completeness, countEntries, Coverage, Current, Hollow } from './counts.ts';
import { Item } from './items.ts';
import { Ledger, RetiredTest, Tally, Vanished } from './ledger.ts';
import { Category, PatternTally, Phase } from './phases.ts';
import { Address, Count, field, Instant, list, Seq, Slug, words } from './primitives.ts';
import { Source } from './source.ts';

/** Version that this code writes. Additive inside a major. */
export const SCHEMA_VERSION = '1.0';
/** The most points that `history.head` holds; older ones are in the run index. */
export const HISTORY_HEAD = 60;

/** One point of the charts: a stated or measured state, with what had become of the failures by then. */
export const HistoryPoint = v.object({
  kind: v.picklist(['stated', 'run']),
  seq: Seq,
  at: Instant,
  ...countEntries,
  coverage: v.nullable(Coverage),
  completeness: Completeness,
  hollow: v.nullable(Hollow),
  baseline: field(
    v.nullable(Tally),
    'the tests that failed in the baseline run, as they stood then; null for stated points',
  ),
  categories: field(
    list(v.object({ id: Slug, open: Count, fixed: Count, vanished: Count }), 50),
    'all tests that had failed by then, by category. Empty for stated points.',
  ),
});

/** The newest points, oldest first, and where all runs are listed. */
const History = v.object({
  url: field(Address, 'the run index, relative to the feed'),
  count: field(Count, 'all points, those in the head included'),
  head: list(HistoryPoint, HISTORY_HEAD),
});

/** The `_roadmap` extension: current state of the plan. */
const Roadmap = v.object({
  about: field(Address, 'page that explains this extension'),
  schema: field(
    v.pipe(v.string(), v.regex(/^(?:0|[1-9]\d{0,5})\.(?:0|[1-9]\d{0,5})$/, 'not MAJOR.MINOR')),
    'MAJOR.MINOR. Another major is refused; a newer minor only adds.',
  ),
  seq: field(Seq, 'one more with each publication'),
  generatedAt: Instant,
  validForHours: field(
    v.pipe(v.number(), v.finite(), v.minValue(1), v.maxValue(87_600)),
    'a page says "stale" when generatedAt is longer ago than this',
  ),
  source: Source,
  current: Current,
  ledger: field(v.nullable(Ledger), 'null before the first run'),
  vanished: field(Vanished, 'failing tests that went away and were not accounted for'),
  retired: list(RetiredTest, 5000),
  phases: list(Phase, 50),
  categories: list(Category, 50),
  patterns: field(list(PatternTally, 500), 'failures by pattern; empty before the first run'),
  history: History,
});

/** The whole document: JSON Feed 1.1 with our extension. Items are newest first. */
export const RoadmapFeed = v.object({
  version: v.literal('https://jsonfeed.org/version/1.1'),
  title: words(300),
  home_page_url: Address,
  feed_url: Address,
  description: v.exactOptional(words(1000)),
  language: v.exactOptional(words(40)),
  next_url: v.exactOptional(Address),
  items: list(Item, 500),
  _roadmap: Roadmap,
});

export type HistoryPoint = v.InferOutput<typeof HistoryPoint>;
export type History = v.InferOutput<typeof History>;
export type Roadmap = v.InferOutput<typeof Roadmap>;
export type RoadmapFeed = v.InferOutput<typeof RoadmapFeed>;
