import { describe, expect, it } from 'vitest';
import { coveragePercent, coverageText, percentText, rateText } from './derive.ts';

const at = '2026-01-18T00:00:00Z';

describe('percentText', () => {
  // The cases of coverage.py's own rule: never 0 or 100 unless it is exactly that.
  it.each([
    [0, '0.0'],
    [0.001, '0.1'],
    [0.1, '0.1'],
    [50, '50.0'],
    [92.2279, '92.2'],
    [99.94, '99.9'],
    [99.9999, '99.9'],
    [100, '100.0'],
  ])('%d is %s', (value, shown) => {
    expect(percentText(value)).toBe(shown);
  });
});

it('does not call 1736 of 1737 a hundred per cent', () => {
  expect(rateText(1736, 1737)).toBe('99.9 %');
  expect(rateText(1736, 1737, 0)).toBe('99 %');
  expect(rateText(0, 0)).toBe('no figure');
});

describe('coverage', () => {
  it('counts lines and branches together, as coverage.py does', () => {
    // The same data has a Cobertura line-rate of 81.82 %.
    const coverage = {
      kind: 'counts',
      lines: { covered: 9, total: 11 },
      branches: { covered: 5, total: 8 },
      at,
    } as const;
    expect(coveragePercent(coverage)?.toFixed(2)).toBe('73.68');
  });
  it('keeps a stated percentage as it was stated', () => {
    expect(coverageText({ kind: 'stated', percent: 65, at })).toBe('65 %');
  });
  it('has no figure for nothing', () => {
    expect(coverageText({ kind: 'counts', lines: { covered: 0, total: 0 }, branches: null, at })).toBe(
      'no figure',
    );
    expect(coverageText(null)).toBe('no figure');
  });
});
