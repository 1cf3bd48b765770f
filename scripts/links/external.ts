/**
 * Links to other hosts can't be followed by a test that must also work without a network. So each one stands in
 * external-links.json, put there by whoever looked it up: in the project's own sources, or in what others link to.
 * The anchors of functions, classes and settings are their names, as Sphinx makes them.
 */
import list from './external-links.json' with { type: 'json' };

/** Each way in which the site's links to other hosts and the list differ, in words; empty when they agree. */
export function externalProblems(
  found: readonly string[],
  known: readonly string[] = Object.values(list.hosts).flat(),
): string[] {
  const [there, listed] = [new Set(found), new Set(known)];
  return [
    ...found.flatMap((url) => badFormat(url)),
    ...found
      .filter((url) => !listed.has(url))
      .map(
        (url) => `${url} is not in scripts/links/external-links.json: look page and anchor up, then add it`,
      ),
    ...known
      .filter((url) => !there.has(url))
      .map((url) => `${url} is in scripts/links/external-links.json, and no page links to it: take it out`),
    ...known.filter((url, place) => known.indexOf(url) < place).map((url) => `${url} is listed twice`),
  ];
}

/** Documentation of a version that stays current, over a connection that nobody can change. */
function badFormat(url: string): string[] {
  const { protocol, host, pathname } = new URL(url);
  if (protocol !== 'https:') return [`${url}: must begin with https://`];
  const pinned = /\/(v?\d+\.\d+[\d.]*|main|master|dev)\//.exec(pathname)?.[1];
  if (pinned !== undefined && /readthedocs|docs\.pytest|docs\.celeryq/.test(host)) {
    return [`${url}: leads to the version ${pinned}; link to "stable" or "latest"`];
  }
  return [];
}
