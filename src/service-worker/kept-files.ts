/** Which files the service worker keeps: those of the runtime, which carry a hash of their content in their names. */

/** Its name is the site's path as well: one origin may serve several sites. */
export function cacheName(scope: string): string {
  return `redgreen-runtime ${new URL(scope).pathname}`;
}

const NAME = /^runtime\/(\w+)\.[0-9a-f]{16}\.(?:gz|zst)$/;

/**
 * The asset that an address names, without its hash: `snapshot`.
 * @param scope address of the site, with a slash at its end.
 */
export function keptAsset(url: string, scope: string): string | undefined {
  return url.startsWith(scope) ? NAME.exec(url.slice(scope.length))?.[1] : undefined;
}

/** Kept files that a newer version takes the place of. */
export function superseded(kept: readonly string[], url: string, scope: string): string[] {
  const asset = keptAsset(url, scope);
  return kept.filter((other) => other !== url && keptAsset(other, scope) === asset);
}
