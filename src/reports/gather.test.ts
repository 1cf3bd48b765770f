import { describe, expect, it } from 'vitest';
import { createGatherer, type Statement } from './gather.ts';
import { defaultLimits } from './limits.ts';

const passed: Statement = { level: 'test', classPath: 'm', name: 't', outcome: 'passed', problems: [] };

const gather = (...statements: Statement[]): ReturnType<ReturnType<typeof createGatherer>['finish']> => {
  const gatherer = createGatherer(defaultLimits);
  for (const statement of statements) gatherer.add(statement);
  return gatherer.finish();
};

describe('several statements about one test', () => {
  it('twice in one run without a failure: it passed by repetition', () => {
    const { tests } = gather({ ...passed, repeatsIn: 1 }, { ...passed, repeatsIn: 1 });
    expect(tests).toMatchObject([{ outcome: 'passed', flaky: true }]);
  });

  it('once in each of two runs: it passed twice', () => {
    const { tests } = gather({ ...passed, repeatsIn: 1 }, { ...passed, repeatsIn: 2 });
    expect(tests).toMatchObject([{ outcome: 'passed', flaky: false }]);
  });

  it('the worst outcome holds in any order, and a failing test is not flaky', () => {
    const failed: Statement = { ...passed, outcome: 'failed', repeatsIn: 1 };
    for (const order of [
      [{ ...passed, repeatsIn: 1 }, failed],
      [failed, { ...passed, repeatsIn: 1 }],
    ]) {
      expect(gather(...order).tests).toMatchObject([{ outcome: 'failed', flaky: false }]);
    }
  });

  it('two files with one dotted path are two tests', () => {
    const { tests } = gather(
      { ...passed, classPath: 'a.b.test_x', file: 'a/b/test_x.py' },
      { ...passed, classPath: 'a.b.test_x', file: 'a.b/test_x.py', outcome: 'failed' },
    );
    expect(tests.map((test) => [test.id, test.outcome])).toEqual([
      ['a/b/test_x.py::t', 'passed'],
      ['a.b/test_x.py::t', 'failed'],
    ]);
  });

  it('long texts keep their head and their tail, and say that they were cut', () => {
    const gatherer = createGatherer({ ...defaultLimits, message: 100, details: 100, detailsTotal: 150 });
    const long = `head${'x'.repeat(5000)}tail`;
    const { message, details, cut } = gatherer.problem('call', long, long);
    expect(cut).toBe(true);
    for (const text of [message, details]) {
      expect(text).toMatch(/^head.*characters cut.*tail$/s);
      expect(text.length).toBeLessThan(150);
    }
  });

  it('once the budget is spent only short tails are kept', () => {
    const gatherer = createGatherer({ ...defaultLimits, detailsTotal: 15_000 });
    const long = 'x'.repeat(8_000);
    const lengths = [1, 2, 3, 4].map(() => gatherer.problem('call', '', long).details.length);
    expect(lengths.slice(0, 2)).toEqual([8_000, 8_000]);
    expect(lengths[3]).toBeLessThan(1200);
  });
});
