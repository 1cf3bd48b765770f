import { err, ok, type Result } from '../../reports/result.ts';
import {
  parseFeed,
  parseRunFile,
  parseRunIndex,
  parseText,
  refusalText,
  SCHEMA_VERSION,
  type Parsed,
  type RoadmapFeed,
} from '../model.ts';
import type { PublishedState } from './context.ts';
import { sha256 } from './sha256.ts';

/** Gives the text of a published document, or null where there is none. */
export type ReadDocument = (path: string) => Promise<string | null>;

/** The state before anything was published: the plan's own figures. */
export function firstState(feed: RoadmapFeed): PublishedState {
  return { feed, index: { schema: SCHEMA_VERSION, runs: [] }, lastRun: null };
}

/**
 * Read what was published, whole or not at all: going on from a part of it would lose the rest.
 *
 * @returns the state; null where there is no feed; or what is wrong, in words.
 */
export async function readState(read: ReadDocument): Promise<Result<PublishedState | null, string>> {
  const feedText = await read('feed.json');
  if (feedText === null) return ok(null);
  const feed = parseText(feedText, parseFeed);
  if (feed.kind === 'refused') return wrong('feed.json', feed);
  const { seq, current } = feed.value._roadmap;

  const indexText = await read('runs/index.json');
  if (indexText === null) {
    return current.kind === 'run' ? err('runs/index.json is missing') : ok(firstState(feed.value));
  }
  const index = parseText(indexText, parseRunIndex);
  if (index.kind === 'refused') return wrong('runs/index.json', index);
  // A publisher that was stopped before it wrote the feed has left an entry that never counted.
  const runs = index.value.runs.filter((run) => run.seq <= seq);
  const last = runs.at(-1);
  if (current.kind !== 'run')
    return ok({ feed: feed.value, index: { ...index.value, runs: [] }, lastRun: null });
  if (last?.seq !== current.seq) {
    return err(`runs/index.json ends with run ${last?.seq ?? 'none'}, feed.json with run ${current.seq}`);
  }

  const path = `runs/${last.seq}.json`;
  const runText = await read(path);
  if (runText === null) return err(`${path} is missing`);
  if (sha256(runText) !== last.sha256)
    return err(`${path} is not the file that runs/index.json has the hash of`);
  const run = parseText(runText, parseRunFile);
  if (run.kind === 'refused') return wrong(path, run);
  return ok({ feed: feed.value, index: { ...index.value, runs }, lastRun: run.value });
}

function wrong(path: string, parsed: Parsed<unknown> & { kind: 'refused' }): { ok: false; error: string } {
  return err(`${path}: ${refusalText(parsed.refusal)}`);
}
