/**
 * Firefox as it is released, by WebDriver BiDi. Playwright's own Firefox is a patched build.
 *
 * Over BiDi Playwright passes silently over `javaScriptEnabled: false`, `colorScheme` and touch: a test that
 * sets one of these would prove nothing here, so it stays in Chromium.
 */
import { firefox } from '@playwright/test';
import { newChild } from './children.ts';
import type { EngineBrowser } from './engine.ts';
import { playwrightBrowser } from './playwright-engine.ts';

/** Start Firefox with an empty profile. */
export async function launchFirefox({ browser }: { readonly browser: string }): Promise<EngineBrowser> {
  const { result, pid } = await newChild(() =>
    // The channel chooses the protocol; the path, the browser.
    firefox.launch({ channel: 'moz-firefox', executablePath: browser }),
  );
  return playwrightBrowser(result, 'firefox', pid);
}
