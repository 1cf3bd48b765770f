/** The whole site below a path, as on a project page of a forge. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkLinks } from '../scripts/links/check-links.ts';
import { ExamplePage } from './support/example.ts';
import { playwrightEngine } from './support/playwright-engine.ts';
import { openSite, type Site } from './support/site.ts';
import { expect, test } from './support/test.ts';

const BASE = '/redgreen/';
/** A team's feed on a host that does not answer. */
const FEED = 'https://feeds.invalid/team/feed.json';
let folder: string;
let site: Site;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  folder = mkdtempSync(join(tmpdir(), 'redgreen-base-'));
  const built = spawnSync(
    process.execPath,
    ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', folder],
    {
      env: { ...process.env, BASE_PATH: BASE, PUBLIC_FEED_URL: FEED, ASTRO_TELEMETRY_DISABLED: '1' },
      encoding: 'utf8',
    },
  );
  expect(built.stderr + built.stdout).toContain('Complete!');
  site = await openSite(folder, BASE);
});
test.afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

test('an example runs below a path, and nothing is asked for outside of it', async ({ page }) => {
  const outside: string[] = [];
  page.on('request', (request) => {
    const { pathname, protocol } = new URL(request.url());
    if (protocol === 'http:' && !pathname.startsWith(BASE)) outside.push(pathname);
  });
  const example = new ExamplePage(playwrightEngine(page, 'chromium'), site, 'CEL001');
  await example.open();
  await example.runBoth();
  expect(await example.until('wrong', { source: 'live', run: 'idle' })).toMatchObject({ claim: 'match' });
  expect(await example.until('right', { source: 'live', run: 'idle' })).toMatchObject({ claim: 'match' });
  expect(outside).toEqual([]);
});

test('every link of every page stays below the path and leads somewhere', async () => {
  const report = await checkLinks(folder, BASE);
  expect(report.pages).toBeGreaterThan(50);
  // The command-line tool is packed after the pages.
  expect(report.broken.filter(({ url }) => !url.endsWith('/redgreen.tgz'))).toEqual([]);
});

test('a site that follows the feed of another host says so, and promises no more than it keeps', async ({
  page,
}) => {
  await page.goto(site.url('roadmap/'));
  const live = page.locator('roadmap-live');
  await expect(live).toHaveAttribute('data-feed', FEED);
  await expect(page.locator('.site-footer')).toContainText(
    'This site asks no other site for anything but the roadmap’s feed, from feeds.invalid.',
  );
  await expect(live.getByRole('status')).toContainText('No feed. The feed did not answer');
  await expect(page.locator('[data-figure="passing"]')).toHaveText('1602');
  await page.goto(site.url('roadmap/publish/'));
  await expect(page.getByText(`This site was built with ${FEED}`)).toBeVisible();
  await expect(page.locator('.site-footer').getByRole('link', { name: 'their licences' })).toHaveAttribute(
    'href',
    `${BASE}licences.txt`,
  );
});
