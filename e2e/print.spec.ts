/** What comes out of a printer: both tests, what was recorded of them, the bugs, and no dead controls. */
import { expect, test } from './support/test.ts';

const paper = { width: 794, height: 1123 };

test('a pattern page on paper has both tests with their verdicts, and nothing to press', async ({
  page,
  site,
}) => {
  await page.setViewportSize(paper);
  await page.goto(site.url('p/CEL001/'));
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const example = page.locator('pattern-example');
  for (const [name, line, verdict] of [
    ['wrong', 'mock_self = Mock()', "got multiple values for argument 'flat'"],
    ['right', 'ner_extract_task.run(TEXT, flat=True)', '2 passed'],
  ] as const) {
    const variant = example.locator(`[data-variant="${name}"]`);
    await expect(variant.locator('.code-file:visible').first()).toContainText(line);
    await expect(variant.getByText(verdict).first()).toBeVisible();
    await expect(variant.getByText(/Recorded with Python 3\.14/)).toBeVisible();
  }
  await expect(example.getByText('flat is read the wrong way round')).toBeVisible();
  await expect(example.locator('td[data-result=caught]').first()).toBeVisible();
  await expect(page.locator('button:visible, select:visible, input:visible')).toHaveCount(0);
  await expect(page.locator('nav:visible')).toHaveCount(0);
  expect(await example.evaluate((element) => getComputedStyle(element, '::before').content)).toContain(
    '/p/CEL001/',
  );
});

test('paper is white, and nothing is wider than the paper', async ({ page, site }) => {
  await page.setViewportSize(paper);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  for (const path of [
    'p/CEL001/',
    'p/IMP001/',
    'patterns/',
    'patterns/celery/',
    'patterns/what-really-failed/',
  ]) {
    await page.goto(site.url(path));
    const look = await page.evaluate(() => ({
      paper: getComputedStyle(document.body).backgroundColor,
      ink: getComputedStyle(document.body).color,
      tooWide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      cut: [...document.querySelectorAll<HTMLElement>('pre')]
        .filter((pre) => pre.checkVisibility() && pre.scrollWidth > pre.clientWidth + 1)
        .map((pre) => pre.textContent.slice(0, 60)),
    }));
    expect(look, path).toMatchObject({ paper: 'rgb(255, 255, 255)', tooWide: 0, cut: [] });
    const brightness = (/\d+/g.exec(look.ink) ?? ['255'])[0];
    expect(Number(brightness), path).toBeLessThan(80);
  }
});
