import type { Shell } from './command.ts';

/** Put in by scripts/build-cli.ts: where the site that ships this command is served. */
declare const REDGREEN_SITE: string | undefined;

/** The address of the site: of the one that ships this command, or of the checkout's configuration. */
export function siteAddress(env: Shell['env']): string {
  if (typeof REDGREEN_SITE === 'string') return REDGREEN_SITE;
  return new URL(env.BASE_PATH ?? '/', env.SITE_URL ?? 'http://127.0.0.1:4321').href;
}
