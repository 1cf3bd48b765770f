import { expect, it } from 'vitest';
import { Published, wholeRun } from './testing.ts';

const tests = {
  'tests/api/_disabled_legacy_tests/test_old.py::test_a': 'error: anything',
  'tests.api._disabled_legacy_tests.test_other::test_b': 'failed: got multiple values',
  'tests/test_ner.py::test_flat':
    "failed: TypeError: ner_extract_task() got multiple values for argument 'flat'",
  'tests/test_drift.py::test_status': 'failed: assert 500 == 200',
  ...Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`tests/fine.py::test_${index}`, 'passed'])),
};

it('failing tests have a category: by path first, then by pattern, and the rest has one too', async () => {
  const published = new Published();
  await published.run(wholeRun(tests), {
    triage: ({ message }) => (message.includes('multiple values') ? { code: 'CEL001' } : null),
  });
  const { categories, patterns, ledger } = published.state.feed._roadmap;
  const open = Object.fromEntries(
    categories.flatMap(({ id, now }) => (now && now.open > 0 ? [[id, now.open]] : [])),
  );
  expect(open).toEqual({ legacy: 2, celery: 1, other: 1 });
  expect(ledger?.baseline.open).toBe(4);
  expect(patterns.map(({ code, tally }) => [code, tally.open])).toEqual([
    ['CEL001', 2],
    [null, 2],
  ]);
});

it('a test keeps its category when it is fixed, so that the category burns down', async () => {
  const published = new Published();
  await published.run(wholeRun(tests), { triage: () => ({ code: 'CEL001' }) });
  await published.run(wholeRun({ ...tests, 'tests/test_ner.py::test_flat': 'passed' }), {
    triage: () => null,
  });
  const celery = published.state.feed._roadmap.categories.find(({ id }) => id === 'celery');
  expect(celery?.now).toMatchObject({ tracked: 1, fixed: 1, open: 0 });
});
