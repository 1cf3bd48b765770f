import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What `redgreen feed publish` writes into a built site; a rebuild must not lose it. */
const PUBLISHED = ['feed.json', 'runs', 'badge'];

/**
 * Says whose feed a rebuilt site shows: the one that somebody published into the old build, when it is further on
 * than what the sources give.
 *
 * @param published sequence number of the feed that was served before, undefined where there was none
 * @param built sequence number of the feed just built
 */
export function publishedIsAhead(published: number | undefined, built: number | undefined): boolean {
  return published !== undefined && (built === undefined || published > built);
}

/** The sequence number of a feed's text; undefined for a text that is no feed of ours. */
export function sequenceOf(text: string): number | undefined {
  try {
    const feed: unknown = JSON.parse(text);
    const roadmap = member(feed, '_roadmap');
    const seq = member(roadmap, 'seq');
    return typeof seq === 'number' && Number.isInteger(seq) ? seq : undefined;
  } catch {
    return undefined; // Not JSON.
  }
}

/**
 * Before a build, which empties the site's folder: lays what was published aside. What is aside already stays
 * there if it is further on, so nothing is lost when a build fails half way.
 */
export function layAside(site: string, aside: string): void {
  if (publishedIsAhead(sequenceIn(site), sequenceIn(aside))) copyPublished(site, aside);
}

/**
 * After a build: puts back what was laid aside if it is further on than the new feed, and forgets it otherwise.
 *
 * @returns the sequence number that was put back, if one was
 */
export function putBack(aside: string, site: string): number | undefined {
  const published = sequenceIn(aside);
  const ahead = publishedIsAhead(published, sequenceIn(site));
  if (ahead) copyPublished(aside, site);
  rmSync(aside, { recursive: true, force: true });
  return ahead ? published : undefined;
}

function sequenceIn(folder: string): number | undefined {
  const path = join(folder, 'feed.json');
  return existsSync(path) ? sequenceOf(readFileSync(path, 'utf8')) : undefined;
}

function copyPublished(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of PUBLISHED) {
    if (existsSync(join(from, name))) cpSync(join(from, name), join(to, name), { recursive: true });
  }
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
