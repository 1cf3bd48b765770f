import {
  badges,
  canonicalJson,
  parseFeed,
  parseRunFile,
  parseRunIndex,
  parseText,
  refusalText,
  type RoadmapFeed,
  type RunFile,
  type RunIndex,
} from '../model.ts';
import { sha256 } from './sha256.ts';
import type { ReadDocument } from './state.ts';

/** What a check of everything that is published found. */
export interface Verification {
  /** Sentences, each naming the document; empty when all is sound. */
  readonly problems: readonly string[];
  readonly runs: number;
  readonly items: number;
}

/**
 * Hold everything that is published against the model and against itself: shape and figures of each
 * document, every run file by its hash, the chain of runs, and that feed, index and badges tell the same.
 */
export async function verifyPublished(read: ReadDocument): Promise<Verification> {
  const problems: string[] = [];
  const feed = await document(read, 'feed.json', parseFeed, problems);
  const index = await document(read, 'runs/index.json', parseRunIndex, problems);
  if (!feed || !index) return { problems, runs: index?.runs.length ?? 0, items: feed?.items.length ?? 0 };
  let before: RunFile | undefined;
  for (const entry of index.runs) {
    const path = `runs/${entry.seq}.json`;
    const text = await read(path);
    if (text === null) {
      problems.push(`${path}: is missing`);
      continue;
    }
    const hash = sha256(text);
    if (hash !== entry.sha256)
      problems.push(`${path}: was changed; its hash is ${hash}, the index has ${entry.sha256}`);
    const run = parsed(path, text, parseRunFile, problems);
    if (run) problems.push(...runProblems(path, run, entry, before));
    before = run;
  }
  problems.push(...feedProblems(feed, index), ...(await badgeProblems(feed, read)));
  return { problems, runs: index.runs.length, items: feed.items.length };
}

type Parse<T> = Parameters<typeof parseText<T>>[1];

async function document<T>(
  read: ReadDocument,
  path: string,
  parse: Parse<T>,
  problems: string[],
): Promise<T | undefined> {
  const text = await read(path);
  if (text !== null) return parsed(path, text, parse, problems);
  problems.push(`${path}: is missing`);
  return undefined;
}

function parsed<T>(path: string, text: string, parse: Parse<T>, problems: string[]): T | undefined {
  const result = parseText(text, parse);
  if (result.kind === 'ok') return result.value;
  problems.push(`${path}: ${refusalText(result.refusal)}`);
  return undefined;
}

function runProblems(
  path: string,
  run: RunFile,
  entry: RunIndex['runs'][number],
  before: RunFile | undefined,
): string[] {
  const problems: string[] = [];
  if (run.seq !== entry.seq) problems.push(`${path}: is run ${run.seq}`);
  if (run.prev !== entry.prev) problems.push(`${path}: names another run before it than the index does`);
  if (canonicalJson(run.counts) !== canonicalJson(entry.counts)) {
    problems.push(`${path}: its counts are not those in the index`);
  }
  if (before && run.changes.counts.comparedWith !== before.seq) {
    problems.push(
      `${path}: is compared with run ${run.changes.counts.comparedWith ?? 'none'}, not with ${before.seq}`,
    );
  }
  return problems;
}

function feedProblems(feed: RoadmapFeed, index: RunIndex): string[] {
  const problems: string[] = [];
  const { current, history } = feed._roadmap;
  const bySeq = new Map(index.runs.map((run) => [run.seq, run]));
  for (const item of feed.items) {
    const detail = item._roadmap;
    if (detail.kind === 'run' && bySeq.get(detail.seq)?.sha256 !== detail.run.sha256) {
      problems.push(`feed.json: item ${item.id} does not name the file of run ${detail.seq} by its hash`);
    }
  }
  for (const point of history.head) {
    if (point.kind === 'run' && bySeq.get(point.seq)?.counts.passing !== point.passing) {
      problems.push(`feed.json: the point of run ${point.seq} is not what the index has`);
    }
  }
  const last = index.runs.at(-1);
  if (current.kind === 'run' && last?.seq !== current.seq) {
    problems.push(`feed.json: is at run ${current.seq}, the index ends with ${last?.seq ?? 'none'}`);
  }
  const points = history.head.filter((point) => point.kind === 'run').map((point) => point.seq);
  const runs = index.runs.map((run) => run.seq).slice(-points.length);
  if (points.length > 0 && points.join() !== runs.join()) {
    problems.push('feed.json: the history leaves out runs that the index has');
  }
  return problems;
}

async function badgeProblems(feed: RoadmapFeed, read: ReadDocument): Promise<string[]> {
  const problems: string[] = [];
  for (const [name, badge] of badges(feed)) {
    const path = `badge/${name}.json`;
    const text = await read(path);
    if (text === null) problems.push(`${path}: is missing`);
    else if (text !== canonicalJson(badge)) problems.push(`${path}: does not say what the feed says`);
  }
  return problems;
}
