/** Hosts that a feed may link to, beside the page's own origin and the feed's. */
const KNOWN_HOSTS: readonly string[] = ['github.com', 'gitlab.com'];

/**
 * The address of a link that a feed gives, if it may become one: same origin as the page or the feed, or
 * https on a host that is known. Anything else stays text.
 *
 * @param address as the feed has it, absolute or relative to the feed
 * @param feed absolute address of the feed
 * @param page absolute address of the page
 * @param hosts further hosts that the site's builder allows
 */
export function safeLink(
  address: string | null | undefined,
  feed: string,
  page: string,
  hosts: readonly string[] = [],
): string | null {
  if (address === null || address === undefined || !URL.canParse(address, feed)) return null;
  const url = new URL(address, feed);
  if (url.username !== '' || url.password !== '') return null;
  const own = [new URL(feed).origin, new URL(page).origin].includes(url.origin);
  const known = url.protocol === 'https:' && [...KNOWN_HOSTS, ...hosts].includes(url.host);
  return own || known ? url.href : null;
}
