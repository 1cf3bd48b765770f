import { expect, test } from 'vitest';
import { externalProblems } from './external.ts';

const known = ['https://docs.pytest.org/en/stable/how-to/assert.html#x'];

test('links that are listed, and a list whose links are all used, have no problem', () => {
  expect(externalProblems(known, known)).toEqual([]);
});

test.each([
  ['a link that nobody looked up', [...known, 'https://docs.python.org/3/x.html'], known, /is not in .*look/],
  ['an entry that no page uses', [], known, /no page links to it/],
  ['an entry listed twice', known, [...known, ...known], /is listed twice/],
  ['an unsafe address', ['http://docs.example/'], ['http://docs.example/'], /must begin with https/],
  [
    'documentation of one version',
    ['https://docs.pytest.org/en/8.4.x/', 'https://docs.celeryq.dev/en/5.6/a.html'],
    ['https://docs.pytest.org/en/8.4.x/', 'https://docs.celeryq.dev/en/5.6/a.html'],
    /5\.6; link to "stable"/,
  ],
])('%s is a problem', (_, found, listed, problem) => {
  const problems = externalProblems(found, listed);
  expect(problems.length).toBeGreaterThan(0);
  expect(problems.join('\n')).toMatch(problem);
});
