/** A reader without JavaScript sees code, recorded verdict and the difference. */
import { expect, test } from './support/test.ts';

test.use({ javaScriptEnabled: false });

test('a pattern page is whole without JavaScript', async ({ page, site }) => {
  await page.goto(site.url('p/CEL001/'));
  const wrong = page.locator('[data-variant="wrong"]');
  await expect(wrong).toHaveAttribute('data-verdict', 'failed');
  await expect(wrong).toHaveAttribute('data-claim', 'match');
  await expect(wrong.locator('.code-file').first()).toContainText('mock_self = Mock()');
  await expect(wrong.locator('.error')).toContainText("got multiple values for argument 'flat'");
  await expect(wrong).toContainText(/Recorded with Python 3\.14/);
  await expect(page.locator('[data-variant="right"]')).toHaveAttribute('data-verdict', 'passed');
  await expect(page.getByRole('button', { name: 'Run both' })).toBeHidden();
  await page.locator('.difference summary').click();
  await expect(page.locator('.difference')).toContainText('ner_extract_task.run(TEXT, flat=True)');
});
