import { canonicalJson } from '../model/canonical.ts';
import type { RoadmapFeed } from '../model/feed.ts';
import type { Parsed, Refusal } from '../model/parse.ts';

/** Why no feed came. */
export type Trouble =
  | { readonly kind: 'offline' }
  /** no answer, or one that this page may not read (the feed's host sends no CORS header) */
  | { readonly kind: 'no-answer' }
  | { readonly kind: 'timeout'; readonly seconds: number }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'not-json'; readonly contentType: string }
  | { readonly kind: 'too-large'; readonly megabytes: number };

/** Why a feed that came is not shown. */
export type Rejection =
  | { readonly kind: 'unsound'; readonly refusal: Refusal }
  /** its seq is below the one shown */
  | { readonly kind: 'older'; readonly seq: number }
  /** the same seq with another content */
  | { readonly kind: 'inconsistent'; readonly seq: number }
  /** generated more than ten minutes from now */
  | { readonly kind: 'future'; readonly generatedAt: string };

/**
 * What the page shows, and how it stands to the served feed. `shown` is always a sound feed; only
 * {@link reduce} replaces it, and only forwards. Times are milliseconds since 1970.
 */
export type LiveState = { readonly shown: RoadmapFeed; readonly goodAt: number | null } & (
  | { readonly kind: 'snapshot' }
  | { readonly kind: 'live'; readonly checkedAt: number }
  | { readonly kind: 'refused'; readonly checkedAt: number; readonly rejection: Rejection }
  | {
      readonly kind: 'unreachable';
      readonly checkedAt: number;
      readonly trouble: Trouble;
      readonly failures: number;
    }
);

export type LiveEvent =
  | { readonly kind: 'received'; readonly parsed: Parsed<RoadmapFeed>; readonly at: number }
  | { readonly kind: 'failed'; readonly trouble: Trouble; readonly at: number };

/** Clocks differ: a feed may be this far ahead of the reader's. */
const CLOCK_MARGIN = 10 * 60_000;

/** The state of a page that was just opened: what the build knew. */
export const opened = (shown: RoadmapFeed): LiveState => ({ kind: 'snapshot', shown, goodAt: null });

/** The next state. A feed is judged as a whole, before anything of it is shown or kept. */
export function reduce(state: LiveState, event: LiveEvent): LiveState {
  const { shown, goodAt } = state;
  if (event.kind === 'failed') {
    const failures = state.kind === 'unreachable' ? state.failures + 1 : 1;
    return { kind: 'unreachable', shown, goodAt, checkedAt: event.at, trouble: event.trouble, failures };
  }
  const { parsed, at } = event;
  const refused = (rejection: Rejection): LiveState => ({
    kind: 'refused',
    shown,
    goodAt,
    checkedAt: at,
    rejection,
  });
  if (parsed.kind === 'refused') return refused({ kind: 'unsound', refusal: parsed.refusal });
  const feed = parsed.value;
  const { seq, generatedAt } = feed._roadmap;
  if (Date.parse(generatedAt) > at + CLOCK_MARGIN) return refused({ kind: 'future', generatedAt });
  if (seq < shown._roadmap.seq) return refused({ kind: 'older', seq });
  if (seq === shown._roadmap.seq && canonicalJson(feed) !== canonicalJson(shown)) {
    return refused({ kind: 'inconsistent', seq });
  }
  return { kind: 'live', shown: feed, goodAt: at, checkedAt: at };
}
