/** The full address of a pattern's page, for links that leave the site. */
import { patternPath } from '../../patterns/pattern.ts';
import { siteUrl } from '../site/url.ts';

/** @param site Astro's `site`; the base path is the build's. */
export function patternUrl(site: URL | undefined, code: string): string {
  return new URL(siteUrl(patternPath(code)), site).href;
}
