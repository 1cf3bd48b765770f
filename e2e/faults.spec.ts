/** When the runner itself breaks: words for the reader, the recorded verdict in its place, nothing lost. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { ExamplePage } from './support/example.ts';
import { playwrightEngine } from './support/playwright-engine.ts';
import { openSite, type Site } from './support/site.ts';
import { expect, test } from './support/test.ts';

/** Each of these tests breaks its own copy of the site. */
let broken: Site;
test.beforeEach(async () => {
  broken = await openSite();
});
test.afterEach(async () => {
  await broken.close();
});

function asset(name: string): string {
  const folder = join(broken.dist, 'runtime');
  const file = readdirSync(folder).find((one) => one.startsWith(`${name}.`) && one.endsWith('.gz'));
  if (!file) throw new Error(`the site has no ${name}`);
  return join(folder, file);
}

async function edited(page: Page): Promise<ExamplePage> {
  const example = new ExamplePage(playwrightEngine(page, 'chromium'), broken, 'CEL001');
  await example.open();
  await example.write('wrong', 'def test_mine():\n    assert True\n');
  return example;
}

async function expectFault(example: ExamplePage, kind: string): Promise<void> {
  await example.until('wrong', { run: 'fault', source: 'recorded' });
  expect(await example.text('wrong', `[data-fault="${kind}"]`)).toContain('Below is the recorded verdict.');
  // What the reader typed is still there.
  expect(await example.status('wrong')).toMatchObject({ edited: true });
}

test('an asset that is missing', async ({ page }) => {
  const path = asset('packages');
  const bytes = readFileSync(path);
  await page.route('**/runtime/packages.*', (route) => route.fulfill({ status: 404, body: 'gone' }));
  const example = await edited(page);
  await example.press('wrong', 'run');
  await expectFault(example, 'asset-missing');

  await page.unroute('**/runtime/packages.*');
  expect(bytes.length).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Try again' }).click();
  expect(await example.until('wrong', { source: 'live', run: 'idle' })).toMatchObject({ verdict: 'passed' });
});

test('an asset that is not the one the page was built with', async ({ page }) => {
  writeFileSync(asset('worker'), gzipSync('postMessage({ kind: "ready" })'));
  const example = await edited(page);
  await example.press('wrong', 'run');
  await expectFault(example, 'asset-changed');
});

test('an asset that breaks off in the middle', async ({ page }) => {
  const path = asset('standardLibrary');
  writeFileSync(path, readFileSync(path).subarray(0, 100_000));
  const example = await edited(page);
  await example.press('wrong', 'run');
  await expectFault(example, 'asset-changed');
});

test('no connection before the first load', async ({ page, context }) => {
  await page.route('**/runtime/**', (route) => route.abort('internetdisconnected'));
  const example = await edited(page);
  await context.setOffline(true);
  await example.press('wrong', 'run');
  await expectFault(example, 'offline');
});

test('a browser that is too old', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(globalThis, 'DecompressionStream');
  });
  const example = await edited(page);
  await example.press('wrong', 'run');
  await expectFault(example, 'unsupported');
});

test('a snapshot that does not restore: ordinary boot, the same verdicts', async ({ page }) => {
  await page.addInitScript(() => {
    // The manifest names the real hash; without Web Crypto it is not held, and the worker must cope.
    Object.defineProperty(globalThis.crypto, 'subtle', { value: undefined });
  });
  writeFileSync(asset('snapshot'), gzipSync(Buffer.alloc(1000)));
  const example = new ExamplePage(playwrightEngine(page, 'chromium'), broken, 'CEL001');
  await example.open();
  // An ordinary boot leaves more for the first run to import, and this machine may be busy.
  await page.locator('[data-setting="time-limit"]').selectOption('60');
  await example.runBoth();
  expect(await example.until('wrong', { source: 'live', run: 'idle' }, 100_000)).toMatchObject({
    claim: 'match',
    verdict: 'failed',
  });
  expect(await example.until('right', { source: 'live', run: 'idle' }, 100_000)).toMatchObject({
    claim: 'match',
    verdict: 'passed',
  });
  expect(
    await page.evaluate(() => performance.getEntriesByName('redgreen:restore-failed').length),
  ).toBeGreaterThan(0);
});
