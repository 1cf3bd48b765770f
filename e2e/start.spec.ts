/** The onboarding path: what a newcomer does, and what goes wrong on the way. */
import AxeBuilder from '@axe-core/playwright';
import { loadExercises } from '../src/exercises/load.ts';
import { exerciseOf, StepPage } from './support/exercise.ts';
import { expect, test } from './support/test.ts';

const STEP = 'read-a-traceback';

test('a solution is solved, and the start page knows it after a reload', async ({ page, site }) => {
  await page.goto(site.url('start/'));
  await page.getByRole('link', { name: 'Begin with step 1' }).click();
  const step = new StepPage(page);
  await step.open(site, STEP);
  await step.write(exerciseOf(STEP).solution);
  expect(await step.check()).toBe('solved');
  await expect(step.headline).toHaveText('Solved.');
  await expect(step.announced).toContainText('notices all 2 bugs');
  await expect(step.element.getByText('You have solved this step.')).toBeVisible();

  await step.element.getByRole('link', { name: 'Test a plain function first' }).click();
  await expect(page).toHaveURL(/start\/test-a-plain-function\/$/);
  await page.goto(site.url('start/'));
  const steps = page.locator('redgreen-steps');
  await expect(steps.getByRole('status')).toHaveText('1 of 8 steps solved.');
  await expect(steps.locator(`[data-step="${STEP}"]`)).toContainText('solved');
  await expect(steps.getByRole('link', { name: 'Go on with step 2' })).toBeVisible();
  await page.reload();
  await expect(steps.getByRole('status')).toHaveText('1 of 8 steps solved.');

  await steps.getByRole('button', { name: 'Forget my progress' }).click();
  await expect(steps.getByRole('status')).toHaveText(/^8 steps, about \d+ minutes\.$/);
  await expect(steps.getByRole('link', { name: 'Begin with step 1' })).toBeFocused();
  await page.reload();
  await expect(steps.getByRole('button', { name: 'Forget my progress' })).toBeHidden();
});

test('a weak test is told which bug it misses, with the difference', async ({ page, site }) => {
  const exercise = exerciseOf('call-a-bound-task');
  const weak = exercise.attempts.find(({ name }) => name === 'attempt-run');
  const step = new StepPage(page);
  await step.open(site, exercise.id);
  await step.write(weak?.text ?? '');
  expect(await step.check()).toBe('misses');
  await expect(step.headline).toHaveText('Green, but not good enough.');
  const bugs = step.element.locator('[data-result] [data-bug]');
  const names = await bugs.evaluateAll((all) => all.map((bug) => (bug as HTMLElement).dataset.bug));
  expect({ outcome: 'misses', misses: names }).toEqual(weak?.claim);
  await expect(bugs.first()).toContainText('The answer does not say which task it comes from.');
  await expect(bugs.first().locator('.is-removed')).toContainText('"task_id": self.request.id');
  await expect(bugs.first().locator('.is-added')).toContainText('"task_id": None');

  await step.write(exercise.solution);
  await expect(step.element.getByText('You have changed the text since.')).toBeVisible();
  expect(await step.check()).toBe('solved');
  await expect(step.element.getByText('You have changed the text since.')).toBeHidden();
});

test('a test that fails on the right app is told its line', async ({ page, site }) => {
  const step = new StepPage(page);
  await step.open(site, STEP);
  expect(await step.check()).toBe('fails');
  await expect(step.headline).toHaveText('Your test fails in line 7.');
  await expect(step.file.locator('.line.is-failing')).toContainText('assert summarise(CALL)');
  await expect(step.element.locator('[data-result]')).toContainText("== 'Hello, I want a refund'");
});

for (const { id } of loadExercises()) {
  test(`the solution of ${id} solves it in a browser`, async ({ page, site }) => {
    const step = new StepPage(page);
    await step.open(site, id);
    await step.element.getByText('A solution', { exact: true }).click();
    await step.button('Put it into the editor').click();
    expect(await step.check()).toBe('solved');
  });
}

const BAD_FILES = [
  ['no test', 'X = 1\n', 'no-test', 'There is no test in your file.'],
  ['nothing', '', 'no-test', 'There is no test in your file.'],
  ['a syntax error', 'def test_a():\n    assert (1 == 1\n', 'syntax-error', 'Python can’t read your file.'],
  [
    'skipped tests only',
    'import pytest\n\n\n@pytest.mark.skip\ndef test_a():\n    pass\n',
    'nothing-passed',
    'No test was passed.',
  ],
  ['an endless loop', 'def test_a():\n    while True:\n        pass\n', 'endless', 'Your test does not end.'],
] as const;

test('bad files get words of their own, and keep their text', async ({ page, site }) => {
  const step = new StepPage(page);
  await step.open(site, STEP);
  for (const [what, text, check, headline] of BAD_FILES) {
    await step.write(text);
    expect(await step.check(), what).toBe(check);
    await expect(step.headline, what).toHaveText(headline);
    await expect(step.announced, what).toContainText(headline);
  }
  await page.reload();
  await expect(step.file.locator('.code-file')).toContainText('while True');
});

test('an endless loop can be stopped, and checked again', async ({ page, site }) => {
  const step = new StepPage(page);
  await step.open(site, STEP);
  await step.write('def test_a():\n    while True:\n        pass\n');
  await step.button('Check my test').click();
  await expect(step.announced).toHaveText('Checking your test.');
  await expect(step.headline).toHaveText(/Running your test/);
  await step.button('Stop').click();
  await expect(step.headline).toHaveText('Stopped.');
  await expect(step.button('Stop')).toBeFocused();
  await step.button('Start again').click();
  await expect(step.element.getByText('You have changed the text since.')).toBeVisible();
  expect(await step.check()).toBe('fails');
});

test('hints come one after the other, and the solution leaves the own text in reach', async ({
  page,
  site,
}) => {
  const step = new StepPage(page);
  await step.open(site, STEP);
  const hints = step.element.locator('details.hint');
  await expect(hints.nth(0)).toBeVisible();
  await expect(hints.nth(1)).toBeHidden();
  await hints.nth(0).locator('summary').click();
  await expect(hints.nth(1)).toBeVisible();
  await expect(hints.nth(2)).toBeHidden();

  await step.write('# mine\n');
  await step.element.getByText('A solution', { exact: true }).click();
  await step.button('Put it into the editor').click();
  await expect(step.button('Check my test')).toBeFocused();
  expect(await step.check()).toBe('solved');
  await page.reload();
  await expect(step.file.locator('.code-file')).toContainText('"Hello, I want a refund."');
  await step.button('Put it back').click();
  await expect(step.file.locator('.code-file')).toHaveText('# mine');
  await expect(step.button('Put it back')).toBeHidden();
});

test('a browser that keeps nothing is no obstacle, and is named', async ({ page, site }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('refused', 'QuotaExceededError');
    };
  });
  await page.goto(site.url('start/'));
  await expect(page.locator('redgreen-steps')).toContainText('does not let the page keep your progress');
  const step = new StepPage(page);
  await step.open(site, STEP);
  await step.write(exerciseOf(STEP).solution);
  expect(await step.check()).toBe('solved');
  await expect(step.element.locator('[data-keeping]')).toContainText('forgotten when you leave');
  await expect(step.element.getByText('You have solved this step.')).toBeVisible();
});

test('without a connection it says so, and the text stays', async ({ page, site, context }) => {
  const step = new StepPage(page);
  await page.route('**/runtime/**', (route) => route.abort());
  await step.open(site, STEP);
  await step.write(exerciseOf(STEP).solution);
  await context.setOffline(true);
  expect(await step.check()).toBe('fault');
  await expect(step.headline).toContainText('Python could not be fetched');
  await context.setOffline(false);
  await page.unroute('**/runtime/**');
  expect(await step.check()).toBe('solved');
});

test('keys alone solve a step', async ({ page, site }) => {
  const step = new StepPage(page);
  await step.open(site, STEP);
  await step.file.locator('.code-file').focus();
  await page.keyboard.press('Enter');
  await expect(step.file.locator('.monaco-editor')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('.');
  await page.keyboard.press('Escape');
  await expect(step.file.locator('.code-file')).toBeFocused();
  await expect(step.file.locator('.code-file')).toContainText('"Hello, I want a refund."');
  for (let presses = 0; presses < 4; presses++) {
    await page.keyboard.press('Tab');
    if (await step.button('Check my test').evaluate((button) => button === document.activeElement)) break;
  }
  await page.keyboard.press('Enter');
  await expect(step.headline).toHaveText('Solved.', { timeout: 90_000 });
  await expect(step.button('Check my test')).toBeFocused();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a step is an article with starter, hints, bugs and solution', async ({ page, site }) => {
    await page.goto(site.url(`start/${STEP}/`));
    await expect(page.locator('[data-test-file] .code-file')).toContainText('def test_summarise');
    await expect(page.locator('.exercise-report')).toContainText('E       AssertionError: assert');
    await expect(page.getByRole('button', { name: 'Check my test' })).toBeHidden();
    await page.getByText('Hint 1 of 3').click();
    await expect(page.getByText('Compare the ends of the two texts.')).toBeVisible();
    await expect(page.getByText('Hint 2 of 3')).toBeVisible();
    await page.getByText('The bugs that your test has to notice').click();
    await expect(page.locator('[data-bug="last-sentence"] .is-added')).toContainText('reversed');
    await page.getByText('A solution', { exact: true }).click();
    await expect(page.getByText('Put it into the editor')).toBeHidden();
    await expect(page.locator('.help .code-file')).toContainText('a refund."');
    await page.goto(site.url('start/'));
    await expect(page.locator('redgreen-steps li')).toHaveCount(8);
    await expect(page.getByRole('link', { name: 'Begin with step 1' })).toBeVisible();
  });
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on a step in the ${theme} theme, before and after a check`, async ({
    browser,
    site,
  }) => {
    const context = await browser.newContext({ colorScheme: theme });
    const page = await context.newPage();
    const step = new StepPage(page);
    await step.open(site, 'test-a-plain-function');
    const violations = async (): Promise<string[]> => {
      const builder = new AxeBuilder({ page }).withTags([
        ...['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
      ]);
      const found = await builder.analyze();
      return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
    };
    await step.element.locator('details').evaluateAll((all) => {
      all.forEach((one) => one.toggleAttribute('open', true));
    });
    expect(await violations()).toEqual([]);
    expect(await step.check()).toBe('misses');
    expect(await violations()).toEqual([]);
    await context.close();
  });
}
