import { expect, test } from 'vitest';
import { catalogue } from './catalogue.ts';
import { ask } from './pattern-filter.ts';

const groups = catalogue();
const rows = groups.flatMap((group) => group.rows);
const entries = rows.map(({ entry }) => entry);

test('each topic has the title of its page', () => {
  const titles = Object.fromEntries(groups.map(({ topic }) => [topic.folder, topic.title]));
  expect(titles).toMatchObject({ mocks: 'Mocks', drift: 'Tests that have drifted or prove nothing' });
});

test('words that no failure has are recognised by no pattern', () => {
  const { codes } = ask(entries, { text: 'zzz qqq', topic: '', library: '', failed: false });
  expect([...codes]).toEqual([]);
});

test.each(rows.map(({ pattern }) => [pattern.code, pattern.symptom]))(
  '%s is found by its own error line',
  (code, text) => {
    expect([...ask(entries, { text, topic: '', library: '', failed: false }).codes]).toContain(code);
  },
);
