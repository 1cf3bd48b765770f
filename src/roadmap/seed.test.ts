import { expect, it } from 'vitest';
import { badges, canonicalJson, parseFeed, parseText } from '../feed/model.ts';
import { seedFeed } from './seed.ts';

const places = { home: 'https://handbook.example/roadmap/', feed: 'https://handbook.example/feed.json' };

it('is a sound feed', () => {
  expect(parseText(canonicalJson(seedFeed(places)), parseFeed)).toEqual({
    kind: 'ok',
    value: seedFeed(places),
  });
});

it('begins with the plan’s Phase 1, stated and not measured', () => {
  const { items, _roadmap: roadmap } = seedFeed(places);
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({
    date_published: '2026-01-18T00:00:00Z',
    _roadmap: {
      kind: 'stated',
      counts: { passing: 1602, total: 1737, failing: 112, errors: 17, skipped: 6 },
      coverage: { kind: 'stated', percent: 65 },
    },
  });
  expect(roadmap.ledger).toBeNull();
  expect(roadmap.phases.map(({ id, status }) => `${id} ${status}`)).toEqual([
    '1 done',
    '2A planned',
    '2B planned',
    '2C planned',
    '2D deferred',
  ]);
});

it('has badges with the keys that shields takes, and no other', () => {
  const all = badges(seedFeed(places));
  expect([...all.keys()]).toEqual([
    'pass-rate',
    'coverage',
    'fixed',
    'vanished',
    'phase-1',
    'phase-2a',
    'phase-2b',
    'phase-2c',
    'phase-2d',
  ]);
  for (const badge of all.values()) {
    expect(Object.keys(badge).sort()).toEqual(['color', 'label', 'message', 'schemaVersion']);
  }
  expect(all.get('coverage')).toEqual({
    schemaVersion: 1,
    label: 'coverage',
    message: '65% (stated)',
    color: 'orange',
  });
});
