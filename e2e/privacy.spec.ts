/** Nothing leaves the site's own origin, whatever the reader does. */
import { expect, test } from './support/test.ts';
import { ExamplePage } from './support/example.ts';
import { playwrightEngine } from './support/playwright-engine.ts';

test('no request leaves the site’s own origin while an example runs and is edited', async ({
  page,
  site,
}) => {
  const strangers: string[] = [];
  const isStranger = (url: string): boolean =>
    !url.startsWith(`${site.origin}/`) && !url.startsWith('blob:') && !url.startsWith('data:');
  page.on('response', (response) => {
    if (isStranger(response.url())) strangers.push(response.url());
  });
  page.on('requestfailed', (request) => {
    // The browser's policy stopped it before it was sent; anything else did leave, or tried to.
    const why = request.failure()?.errorText ?? 'no reason';
    if (isStranger(request.url()) && why !== 'csp') strangers.push(`${request.url()}: ${why}`);
  });
  const example = new ExamplePage(playwrightEngine(page, 'chromium'), site, 'CEL001');
  await example.open();
  await example.runBoth();
  await example.until('wrong', { source: 'live', run: 'idle' });
  await example.write(
    'right',
    'import requests\n\ndef test_out():\n    requests.get("https://example.test/", timeout=1)\n',
  );
  await example.press('right', 'run');
  await example.until('right', { run: 'idle', verdict: 'failed' });
  for (const path of ['', 'patterns/', 'start/', 'roadmap/']) await page.goto(site.url(path));
  expect(strangers).toEqual([]);
});
