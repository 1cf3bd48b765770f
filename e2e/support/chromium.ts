/** Chromium: what set-up found, or Playwright's own on a laptop. */
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { readBrowsers } from '../../scripts/setup/browsers.ts';
import { newChild } from './children.ts';
import type { EngineBrowser } from './engine.ts';
import { playwrightBrowser } from './playwright-engine.ts';

/** Options that Chromium needs to start as root and without looking for the internet. */
export const CHROMIUM_ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];

/** Path of the browser, or undefined to let Playwright use its own. */
export function chromiumPath(): string | undefined {
  const found = readBrowsers().chromium?.browser;
  return found ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path));
}

/** Start Chromium with an empty profile. */
export async function launchChromium(): Promise<EngineBrowser> {
  const executablePath = chromiumPath();
  const { result, pid } = await newChild(() =>
    chromium.launch({ args: CHROMIUM_ARGUMENTS, ...(executablePath && { executablePath }) }),
  );
  return playwrightBrowser(result, 'chromium', pid);
}
