/** axe on each kind of page, in both themes; and the example by keyboard alone. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './support/test.ts';

const PAGES = [
  '',
  'start/',
  'start/call-a-bound-task/',
  'patterns/',
  'patterns/celery/',
  'patterns/what-really-failed/',
  'p/CEL001/',
  'playground/',
  'roadmap/',
  'roadmap/publish/',
  'nowhere/',
];

for (const theme of ['light', 'dark'] as const) {
  for (const path of PAGES) {
    test(`axe finds nothing on /${path} in the ${theme} theme`, async ({ browser, site }) => {
      const context = await browser.newContext({ colorScheme: theme });
      const page = await context.newPage();
      await page.goto(site.url(path));
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`),
      ).toEqual([]);
      await context.close();
    });
  }
}

test('every kind of page fits a screen of 320 pixels, without scrolling to the side', async ({
  page,
  site,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const tooWide: string[] = [];
  for (const path of PAGES) {
    await page.goto(site.url(path));
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > 320) tooWide.push(`${path}: ${width}`);
  }
  expect(tooWide).toEqual([]);
});

test('the example works by keyboard, and the editor does not keep the focus', async ({ page, site }) => {
  await page.goto(site.url('p/CEL001/'));
  const code = page.locator('[data-variant="wrong"] .code-file').first();
  await code.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-variant="wrong"] .monaco-editor').first()).toBeVisible();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('.monaco-editor') === null)).toBe(true);
});

test('live results are announced once, politely', async ({ page, site }) => {
  await page.goto(site.url('p/CEL001/'));
  await page.getByRole('button', { name: 'Run both' }).click();
  await expect(page.locator('pattern-example [data-announce]')).toHaveText(
    'wrong: 1 failed. right: 2 passed',
    { timeout: 90_000 },
  );
});
