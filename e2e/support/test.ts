/** The test function of all specs: Debian's Chromium (or the laptop's own) and a served site. */
import { test as base, expect, type Browser } from '@playwright/test';
import { chromium } from '@playwright/test';
import { CHROMIUM_ARGUMENTS, chromiumPath } from './chromium.ts';
import { openSite, type Site } from './site.ts';

interface WorkerFixtures {
  readonly site: Site;
  readonly browser: Browser;
}

export const test = base.extend<object, WorkerFixtures>({
  browser: [
    // Playwright reads the first parameter's pattern; it must be there, and empty.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const executablePath = chromiumPath();
      const browser = await chromium.launch({
        args: CHROMIUM_ARGUMENTS,
        ...(executablePath && { executablePath }),
      });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  site: [
    // eslint-disable-next-line no-empty-pattern -- as above
    async ({}, use) => {
      const site = await openSite();
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
});

export { expect };
