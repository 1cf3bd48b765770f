import { describe, expect, it } from 'vitest';
import type { Phase } from './phases.ts';
import { phaseProgress } from './progress.ts';

const phase = (id: string, added: [number, number] | null, status: Phase['status'] = 'planned'): Phase => ({
  id,
  title: id,
  status,
  basis: { kind: 'stated' },
  updatedAt: '2026-01-18T00:00:00Z',
  effortHours: null,
  planned: { added, passing: null, coverage: null },
  actual: null,
});
const plan = [
  phase('1', [69, 69], 'done'),
  phase('2A', [20, 25]),
  phase('2B', [40, 45]),
  phase('2C', [15, 20]),
  phase('2D', [10, 15], 'deferred'),
];
const states = (fixed: number) =>
  phaseProgress(plan, fixed).map(({ id, fixed: share, status }) => `${id} ${share} ${status}`);

describe('phaseProgress', () => {
  it.each([
    [0, ['2A 0 planned', '2B 0 planned', '2C 0 planned']],
    [1, ['2A 1 active', '2B 0 planned', '2C 0 planned']],
    [20, ['2A 20 done', '2B 0 planned', '2C 0 planned']],
    [21, ['2A 20 done', '2B 1 active', '2C 0 planned']],
    [75, ['2A 20 done', '2B 40 done', '2C 15 done']],
    [86, ['2A 20 done', '2B 40 done', '2C 26 done']],
  ])('shares out %d fixed tests', (fixed, expected) => {
    expect(states(fixed)).toEqual(expected);
  });
  it('counts each fixed test once', () => {
    for (let fixed = 0; fixed < 120; fixed += 1) {
      const shares = phaseProgress(plan, fixed).reduce((sum, { fixed: share }) => sum + share, 0);
      expect(shares).toBe(fixed);
    }
  });
  it('says how many are needed up to each phase', () => {
    expect(phaseProgress(plan, 0).map(({ needed }) => needed)).toEqual([
      [20, 25],
      [60, 70],
      [75, 90],
    ]);
  });
});
