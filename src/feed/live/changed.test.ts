import { expect, it } from 'vitest';
import { sampleFeed } from '../testing/sample.ts';
import { whatChanged } from './changed.ts';

it('names the figures that a newer feed changes', () => {
  const after = sampleFeed();
  const { current, phases } = after._roadmap;
  current.passing = 95;
  current.failing = 1;
  after._roadmap.vanished.count += 2;
  for (const phase of phases) phase.status = 'done';
  expect(whatChanged(sampleFeed(), after)).toEqual([
    'vanished 2 → 4',
    'failing 4 → 1',
    'passing 92 → 95',
    'phase 2A active → done',
  ]);
  expect(whatChanged(after, after)).toEqual([]);
});
