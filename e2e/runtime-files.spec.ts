/** Python comes in two parts, and is kept: what is fetched when, and what happens if it cannot be. */
import { readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { bundleScript } from '../scripts/runtime/bundle.ts';
import { ExamplePage } from './support/example.ts';
import { playwrightEngine } from './support/playwright-engine.ts';
import { openSite, type Site } from './support/site.ts';
import { expect, test } from './support/test.ts';

/** A copy of the site's own: files are taken away from it. */
let own: Site;
test.beforeEach(async () => {
  own = await openSite();
});
test.afterEach(async () => {
  await own.close();
});

/** Take the files away whose names begin so; returns what puts them back. */
function takeAway(...beginnings: string[]): () => void {
  const folder = join(own.dist, 'runtime');
  const files = readdirSync(folder).filter((file) => beginnings.some((name) => file.startsWith(name)));
  expect(files.length).toBeGreaterThanOrEqual(beginnings.length);
  for (const file of files) renameSync(join(folder, file), join(own.dist, file));
  return () => {
    for (const file of files) renameSync(join(own.dist, file), join(folder, file));
  };
}

const REST = ['standardLibraryRest.', 'packagesRest.'];

async function open(page: Page): Promise<ExamplePage> {
  const example = new ExamplePage(playwrightEngine(page, 'chromium'), own, 'CEL001');
  await example.open();
  return example;
}

async function runsBoth(example: ExamplePage): Promise<void> {
  await example.runBoth();
  await example.until('wrong', { source: 'live', run: 'idle', claim: 'match' });
  await example.until('right', { source: 'live', run: 'idle', claim: 'match' });
}

test('an example as it is published needs the first part alone', async ({ page }) => {
  takeAway(...REST);
  await runsBoth(await open(page));
});

test('an edited test may import what no example does', async ({ page }) => {
  const example = await open(page);
  await example.write(
    'wrong',
    'import coverage, mailbox, sched, responses\n\ndef test_mine():\n    assert coverage.__version__\n',
  );
  await example.press('wrong', 'run');
  expect(await example.until('wrong', { source: 'live', run: 'idle' })).toMatchObject({ verdict: 'passed' });
});

test('an edited test waits for the second part, and says so if it does not come', async ({ page }) => {
  const putBack = takeAway(...REST);
  const example = await open(page);
  await example.write('wrong', 'import mailbox\n\ndef test_mine():\n    assert mailbox\n');
  await example.press('wrong', 'run');
  await example.until('wrong', { run: 'fault', source: 'recorded' });
  expect(await example.status('wrong')).toMatchObject({ edited: true });

  putBack();
  await page.locator('[data-variant="wrong"] [data-fault="asset-missing"] button').click();
  expect(await example.until('wrong', { source: 'live', run: 'idle' })).toMatchObject({ verdict: 'passed' });
});

const keptFiles = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return kept.flat().map(({ url }) => new URL(url).pathname.replace(/\.[0-9a-f]{16}\..*$/, ''));
  });

const EVERY_FILE = [
  'packages',
  'packagesRest',
  'snapshot',
  'standardLibrary',
  'standardLibraryRest',
  'wasm',
  'worker',
].map((name) => `/runtime/${name}`);

test('what was fetched is kept for the next visit, until the switch takes it away', async ({ page }) => {
  await runsBoth(await open(page));
  await expect.poll(async () => [...(await keptFiles(page))].sort(), { timeout: 30_000 }).toEqual(EVERY_FILE);

  // The host no longer has the files, and the browser's own cache is not asked.
  takeAway('packages.', 'snapshot.', 'standardLibrary.', 'wasm.', 'worker.', ...REST);
  const session = await page.context().newCDPSession(page);
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await runsBoth(await open(page));

  const removing = await bundleScript('src/service-worker/service-worker.ts', { SERVICE_WORKER: '"off"' });
  writeFileSync(join(own.dist, 'service-worker.js'), removing);
  await page.goto(own.url('patterns/'));
  await expect.poll(() => keptFiles(page), { timeout: 30_000 }).toEqual([]);
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length))
    .toBe(0);
});

test('where storage is refused, examples run as ever', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator.serviceWorker, 'register', {
      value: () => Promise.reject(new DOMException('refused', 'SecurityError')),
    });
  });
  await runsBoth(await open(page));
  expect(await keptFiles(page)).toEqual([]);
});
