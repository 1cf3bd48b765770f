/** Where Chromium is: what set-up found, or Playwright's own on a laptop. */
import { existsSync, readFileSync } from 'node:fs';

interface FoundBrowsers {
  readonly chromium?: string;
}

/** Options that Chromium needs to start as root and without looking for the internet. */
export const CHROMIUM_ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];

/** Path of the browser, or undefined to let Playwright use its own. */
export function chromiumPath(): string | undefined {
  const record = '.cache/setup/browsers.json';
  if (existsSync(record)) {
    const found = JSON.parse(readFileSync(record, 'utf8')) as FoundBrowsers;
    if (found.chromium) return found.chromium;
  }
  return ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path));
}
