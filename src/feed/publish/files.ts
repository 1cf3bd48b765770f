import { err, ok } from '../../reports/result.ts';
import {
  badges,
  canonicalJson,
  parseFeed,
  parseRunFile,
  parseRunIndex,
  parseText,
  refusalText,
  SCHEMA_VERSION,
  type Parsed,
  type RoadmapFeed,
  type RunFile,
  type RunIndex,
} from '../model.ts';
import type { Built, PublishedState } from './context.ts';

/** A new run file with its text and hash. */
export interface NewRun {
  readonly file: RunFile;
  readonly text: string;
  readonly hash: string;
}

/**
 * The documents of a publication in the order in which they are written: what is pointed to first, and
 * `feed.json` last, so that a crash in between leaves the old feed whole.
 *
 * Each is held against the model once more before anything is written.
 */
export function publicationOf(
  old: PublishedState,
  feed: RoadmapFeed,
  run: NewRun | null,
  words: readonly string[],
): Built {
  const index = run ? withRun(old.index, run) : old.index;
  const feedText = canonicalJson(feed);
  const indexText = canonicalJson(index);
  const unsound =
    refusalOf('feed.json', parseText(feedText, parseFeed)) ??
    refusalOf('runs/index.json', parseText(indexText, parseRunIndex)) ??
    (run ? refusalOf(`runs/${run.file.seq}.json`, parseText(run.text, parseRunFile)) : null);
  if (unsound !== null) return err({ kind: 'unsound', message: unsound });
  return ok({
    kind: 'published',
    feed,
    words,
    files: [
      ...(run ? [{ path: `runs/${run.file.seq}.json`, text: run.text }] : []),
      { path: 'runs/index.json', text: indexText },
      ...Array.from(badges(feed), ([name, badge]) => ({
        path: `badge/${name}.json`,
        text: canonicalJson(badge),
      })),
      { path: 'feed.json', text: feedText },
    ],
  });
}

function withRun(index: RunIndex, { file, hash }: NewRun): RunIndex {
  return {
    schema: SCHEMA_VERSION,
    runs: [
      ...index.runs,
      {
        seq: file.seq,
        at: file.at,
        url: `${file.seq}.json`,
        sha256: hash,
        prev: file.prev,
        commit: file.source.commit,
        counts: file.counts,
      },
    ],
  };
}

function refusalOf(path: string, parsed: Parsed<unknown>): string | null {
  return parsed.kind === 'ok' ? null : `${path}: ${refusalText(parsed.refusal)}`;
}
