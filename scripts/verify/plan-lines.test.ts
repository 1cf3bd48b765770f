import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadPatterns } from '../../src/patterns/load.ts';
import { categories } from '../../src/roadmap/categories.ts';
import { planLine } from './plan-lines.ts';

test('a quote is found by its words, a longer one by its first sentence', () => {
  expect(planLine('test_ner_extract_task: TypeError - "got multiple values for argument \'flat\'"')).toBe(42);
  expect(planLine('Risk 3: Async Testing Becomes Complex. Mitigation: whatever')).toBe(259);
  expect(planLine('the plan never says this')).toBeUndefined();
});

test('every pattern quotes what the plan really says', () => {
  const quotes = loadPatterns().flatMap(({ code, origin }) => origin.plan.map((quote) => ({ code, quote })));
  expect(quotes.length).toBeGreaterThan(18);
  expect(quotes.filter(({ quote }) => planLine(quote) === undefined)).toEqual([]);
});

test('every test that the plan names has its page', () => {
  const codes = new Set(loadPatterns().map(({ code }) => code));
  const named = categories.flatMap((category) => category.named);
  expect(named.length).toBeGreaterThanOrEqual(18);
  expect(named.filter(({ code }) => !codes.has(code))).toEqual([]);
});

/** What a box "The plan says" quotes, line by line. */
function boxes(): { file: string; line: string }[] {
  return globSync('src/content/docs/**/*.mdx').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/<PlanErrs\s+quote=(?:"([^"]*)"|\{`([^`]*)`\})/g)].flatMap(
      ([, plain, code]) => (plain ?? code ?? '').split('\n').map((line) => ({ file, line })),
    ),
  );
}

test('every box quotes the plan word for word', () => {
  expect(boxes().length).toBeGreaterThan(10);
  expect(boxes().filter(({ line }) => planLine(line) === undefined)).toEqual([]);
});

test.each([
  ['.f()', 'CEL005', 'ner_extract_task.f('],
  ['current_task after .run()', 'CEL006', 'current_task.request.id'],
  ["@patch('sys.modules', …)", 'IMP003', "@patch('sys.modules'"],
  ['StreamReader patched for everyone', 'ASY002', 'asyncio.StreamReader'],
  ['no asyncio marker', 'ASY001', 'async def test_async_function'],
  ['patch where it is defined, as a rule', 'IMP002', 'patch where it'],
  ['.run() and .apply() for tasks that report progress', 'CEL011', 'task.run('],
])('advice that does not hold, %s, has its box on %s', (_, code, words) => {
  const { topic, slug } = loadPatterns().find((pattern) => pattern.code === code) ?? { topic: '', slug: '' };
  const here = boxes().filter(({ file }) => file.includes(`${topic}/${slug}/`));
  expect(here.some(({ line }) => line.includes(words))).toBe(true);
});
