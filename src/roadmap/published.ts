import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  canonicalJson,
  parseFeed,
  parseRunFile,
  parseRunIndex,
  parseText,
  refusalText,
  type Parsed,
  type RoadmapFeed,
} from '../feed/model.ts';
import { type FeedPlaces, seedFeed } from './seed.ts';

/**
 * What the site is built with: the published feed from the folder `published/`, where CI puts it, or the
 * plan's own figures. Build time only.
 *
 * A published document is served byte for byte: hashes and ETags stay, and so do keys that only a newer
 * version knows. One that is not sound stops the build, because a build that goes on without it would
 * overwrite the history.
 */
export interface BuiltFeed {
  readonly feed: RoadmapFeed;
  /** bytes to serve as `/feed.json` */
  readonly text: string;
}

/** Reads `<folder>/feed.json` if it is there, or gives the seed. @throws Error with what to do */
export function builtFeed(folder: string, places: FeedPlaces): BuiltFeed {
  const file = join(folder, 'feed.json');
  if (!existsSync(file)) {
    const feed = seedFeed(places);
    return { feed, text: canonicalJson(feed) };
  }
  const text = readFileSync(file, 'utf8');
  return { feed: sound(file, text, parseFeed), text };
}

/** Published run files and their index by name (`3`, `index`), each checked. Without any: an empty index. */
export function builtRuns(folder: string): Map<string, string> {
  const runs = join(folder, 'runs');
  const files = existsSync(runs) ? readdirSync(runs).filter((name) => name.endsWith('.json')) : [];
  const texts = new Map<string, string>();
  for (const name of files.sort()) {
    const file = join(runs, name);
    const text = readFileSync(file, 'utf8');
    if (name === 'index.json') sound(file, text, parseRunIndex);
    else sound(file, text, parseRunFile);
    texts.set(name.replace(/\.json$/, ''), text);
  }
  if (!texts.has('index')) texts.set('index', canonicalJson({ schema: '1.0', runs: [] }));
  return texts;
}

function sound<T>(file: string, text: string, parse: (input: unknown) => Parsed<T>): T {
  const parsed = parseText(text, parse);
  if (parsed.kind === 'ok') return parsed.value;
  throw new Error(
    `${file} is not a sound feed document: ${refusalText(parsed.refusal)}. ` +
      'The build stops so that it does not replace the published history. ' +
      'Put the last good file back, or publish again.',
  );
}
