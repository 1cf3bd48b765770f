import type { PublishedState } from '../../feed/publish/context.ts';
import { firstState, type ReadDocument } from '../../feed/publish/state.ts';
import { seedFeed } from '../../roadmap/seed.ts';
import type { Shell } from '../command.ts';
import { Stop } from '../exit.ts';
import { siteAddress } from '../site.ts';

/** Options that say how a feed begins. */
export interface BeginValues {
  readonly feed: string;
  readonly init: boolean;
  readonly site?: string;
  readonly 'feed-url'?: string;
}

/**
 * The state before the first publication: the plan's own figures. Never by default: a feed that is merely
 * not there today would lose its history.
 *
 * @param lost number of the last publication of a feed that can't be read and that somebody decided to
 * begin anew: pages that have seen it only take higher numbers. null where there was none.
 */
export function beginning(values: BeginValues, env: Shell['env'], lost: number | null): PublishedState {
  if (!values.init && lost === null) {
    throw new Stop(
      'refused',
      `Not published: there is no feed.json in ${values.feed}.`,
      'If this is the very first publication, say --init. Otherwise put the last published files there first:',
      'to begin again from nothing would lose the history.',
    );
  }
  const site = addressOf('site', values.site ?? siteAddress(env));
  const feed =
    values['feed-url'] === undefined ? new URL('feed.json', site) : addressOf('feed-url', values['feed-url']);
  const seed = seedFeed({ home: new URL('roadmap/', site).href, feed: feed.href });
  return firstState({ ...seed, _roadmap: { ...seed._roadmap, seq: Math.max(seed._roadmap.seq, lost ?? 0) } });
}

/** The highest publication number in what can't be read any more; 0 where there is none. */
export async function highestSeq(read: ReadDocument): Promise<number> {
  const texts = await Promise.all(['feed.json', 'runs/index.json'].map(read));
  const numbers = texts.flatMap((text) =>
    [...(text ?? '').matchAll(/"seq":\s*(\d{1,9})\b/g)].map(([, found]) => Number(found)),
  );
  return Math.max(0, ...numbers);
}

function addressOf(option: string, text: string): URL {
  try {
    return new URL(option === 'site' ? `${text.replace(/\/+$/, '')}/` : text);
  } catch {
    throw new Stop(
      'usage',
      `--${option} needs an address, such as https://handbook.example/, not “${text}”.`,
    );
  }
}
