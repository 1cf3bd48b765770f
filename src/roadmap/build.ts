import { resolve } from 'node:path';
import { builtFeed, type BuiltFeed, builtRuns } from './published.ts';
import type { FeedPlaces } from './seed.ts';

/** Where CI lays down what was published, at the root of the repository. */
const FOLDER = resolve('published');

/** Absolute addresses of page and feed, from the site's address and base. */
export function placesOf(site: URL | undefined, base: string): FeedPlaces {
  const root = new URL(`${base.replace(/\/+$/, '')}/`, site ?? 'http://127.0.0.1:4321');
  return { home: new URL('roadmap/', root).href, feed: new URL('feed.json', root).href };
}

let feed: BuiltFeed | undefined;
let runs: Map<string, string> | undefined;

/** The feed that this build is made with, read once. Build time only. */
export const feedOfBuild = (places: FeedPlaces): BuiltFeed => (feed ??= builtFeed(FOLDER, places));

/** The run files that this build is made with, read once. Build time only. */
export const runsOfBuild = (): Map<string, string> => (runs ??= builtRuns(FOLDER));
