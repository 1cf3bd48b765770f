/** The site's own search: a reader has an error line, and no idea what to call it. */
import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';

/** Several pages may be about the same line: a missing marker, and a configuration that is not read. */
const SEEN_AT_ONCE = 3;

async function firstResults(page: Page, words: string): Promise<string[]> {
  await page
    .getByRole('button', { name: /search/i })
    .first()
    .click();
  await page.getByRole('dialog').getByRole('textbox').fill(words);
  // Each result is a page, with links to places on it below.
  const results = page.getByRole('dialog').locator('.pagefind-ui__result');
  await expect(
    results
      .nth(SEEN_AT_ONCE - 1)
      .locator('a')
      .first(),
  ).toBeVisible();
  const addresses = await results.evaluateAll((pages) =>
    pages.map((one) => new URL(one.querySelector('a')?.href ?? '', location.href).pathname),
  );
  return addresses.slice(0, SEEN_AT_ONCE);
}

for (const [line, code] of [
  ["got multiple values for argument 'flat'", 'CEL001'],
  ['async def functions are not natively supported', 'ASY001'],
  ['task_id must not be empty. Got None instead', 'CEL011'],
] as const) {
  test(`“${line}” leads to ${code}`, async ({ page, site }) => {
    await page.goto(site.url(''));
    expect(await firstResults(page, line)).toContain(`/p/${code}/`);
  });
}
