/** Starts any of the browsers that set-up found. */
import { BROWSERS, type BrowserName } from '../../scripts/setup/browser-table.ts';
import { readBrowsers } from '../../scripts/setup/browsers.ts';
import { launchChromium } from './chromium.ts';
import type { EngineBrowser } from './engine.ts';
import { launchFirefox } from './firefox.ts';
import { launchWebkit } from './webkit.ts';

/**
 * Start a browser with an empty profile.
 * @returns a sentence where this machine has no such browser
 */
export async function launch(name: BrowserName): Promise<EngineBrowser | string> {
  if (name === 'chromium') return await launchChromium();
  const files = readBrowsers()[name];
  if (!files) return `${BROWSERS[name].title} is not on this machine, or set-up has not looked for it yet.`;
  const { browser = '' } = files;
  return name === 'firefox' ? await launchFirefox({ browser }) : await launchWebkit(files);
}
