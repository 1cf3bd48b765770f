/** What the parts need at build time. */
import { getCollection } from 'astro:content';
import { safeLink } from '../../feed/live/links.ts';
import type { RoadmapFeed } from '../../feed/model.ts';
import { feedOfBuild, placesOf } from '../../roadmap/build.ts';
import { siteUrl } from '../site/url.ts';
import type { ViewContext } from './view.ts';

export interface BuildContext extends ViewContext {
  readonly feed: RoadmapFeed;
  /** address that the page asks for the feed: absolute, or from the root of this site */
  readonly feedUrl: string;
  /** hosts that the feed may link to besides the known ones: `PUBLIC_LINK_HOSTS`, comma-separated */
  readonly hosts: readonly string[];
}

/** Where pages ask for the feed: `PUBLIC_FEED_URL`, else this site's own. */
export const feedUrl = (): string => setting(import.meta.env.PUBLIC_FEED_URL) ?? siteUrl('feed.json');

/** The page asks another site than this one for its feed. `site` is `Astro.site`. */
export const followsOtherSite = (site: URL | undefined): boolean =>
  site !== undefined && new URL(feedUrl(), site).origin !== site.origin;

/** The feed of this build, and how to draw it. `site` is `Astro.site`. */
export async function buildContext(site: URL | undefined): Promise<BuildContext> {
  const places = placesOf(site, import.meta.env.BASE_URL);
  const hosts = (setting(import.meta.env.PUBLIC_LINK_HOSTS) ?? '').split(',').filter((host) => host !== '');
  const pages = await getCollection('docs');
  return {
    feed: feedOfBuild(places).feed,
    feedUrl: feedUrl(),
    hosts,
    url: siteUrl,
    codes: new Set(pages.flatMap(({ id }) => (id.startsWith('p/') ? [id.slice(2)] : []))),
    link: (address) => safeLink(address, new URL(feedUrl(), places.home).href, places.home, hosts),
  };
}

const setting = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
