import { expect, test } from 'vitest';
import { existingPlaces, placeOf } from './navigation.ts';

test('lists the places that have a page, in their own order', () => {
  const ids = ['p/CEL001', 'patterns', 'patterns/celery', 'start', ''];
  expect(existingPlaces(ids).map(({ label }) => label)).toEqual(['Start here', 'Patterns']);
});

test.each([
  ['p/CEL001', 'patterns'],
  ['patterns/celery', 'patterns'],
  ['start/first-task', 'start'],
  ['roadmap', 'roadmap'],
  ['', ''],
])('%s belongs to %s', (id, expected) => {
  expect(placeOf(id)).toBe(expected);
});
