/** Addresses that a reader's CI needs, for the site that this build is for. */
import { siteUrl } from '../../site/url.ts';

/** Where this site ships the command. `site` is `Astro.site`. */
export const commandAddress = (site: URL | undefined): string => new URL(siteUrl('redgreen.tgz'), site).href;

/** A ready file with this site's address in the place of the made-up one. */
export function forThisSite(text: string, site: URL | undefined): string {
  const placeholder = 'https://handbook.example/redgreen.tgz';
  if (!text.includes(placeholder)) throw new Error(`a ready file no longer has ${placeholder} in it`);
  return text.replaceAll(placeholder, commandAddress(site));
}
