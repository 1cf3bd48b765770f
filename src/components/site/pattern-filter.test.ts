import { describe, expect, test } from 'vitest';
import { ask, byFailures, describe as inWords, type Answer, type Entry } from './pattern-filter.ts';

const entries: Entry[] = [
  {
    code: 'CEL001',
    topic: 'celery',
    failed: 27,
    libraries: ['celery'],
    text: "cel001 bound task gets self twice typeerror: ner_extract_task() got multiple values for argument 'flat' celery",
    signatures: ["^\\w+\\(\\) got multiple values for argument '\\w+'$"],
  },
  {
    code: 'IMP001',
    topic: 'imports',
    failed: 93,
    libraries: ['unittest.mock'],
    text: "imp001 patching a name the module does not have attributeerror: <module 'app.tasks'> does not have the attribute 'model_loader' unittest.mock",
    signatures: ['^<module .* does not have the attribute'],
  },
  {
    code: 'MCK005',
    topic: 'mocks',
    failed: 0,
    libraries: ['unittest.mock'],
    text: 'mck005 spec does not know instance fields mock object has no attribute unittest.mock',
    signatures: [],
  },
];

function answer(text: string, topic = '', library = ''): [string[], Answer['by']] {
  const { codes, by } = ask(entries, { text, topic, library, failed: false });
  return [[...codes], by];
}

test('shows all when nothing is asked', () => {
  expect(answer(' ')).toEqual([['CEL001', 'IMP001', 'MCK005'], 'all']);
});

describe('an error line of a reader’s own suite is recognised by the signature', () => {
  const line = "process_audio_task() got multiple values for argument 'audio_bytes'";
  test.each([line, `TypeError: ${line}`, `E       TypeError: ${line}`])('%s', (text) => {
    expect(answer(text)).toEqual([['CEL001'], 'recognised']);
  });
});

describe('words', () => {
  test.each([
    ['cel0', ['CEL001']],
    ['Attribute', ['IMP001', 'MCK005']],
    ['mock SPEC', ['MCK005']],
    ['mock celery', []],
  ])('%s', (text, codes) => {
    expect(answer(text)).toEqual([codes, 'words']);
  });

  test('a line that no signature knows is compared without the names in it', () => {
    expect(answer("the Mock object 'Xy' has no attribute 'zz'")).toEqual([['MCK005'], 'words']);
    expect(answer("a line made only of 'quoted' unrelated things")).toEqual([[], 'words']);
  });
});

test('topic and library narrow what is found', () => {
  expect(answer('', 'celery')).toEqual([['CEL001'], 'all']);
  expect(answer('attribute', '', 'unittest.mock')).toEqual([['IMP001', 'MCK005'], 'words']);
  expect(answer("x() got multiple values for argument 'y'", 'mocks')).toEqual([[], 'words']);
});

test('a pasted log is cut, not searched without end', () => {
  expect(answer(`${'qqq '.repeat(2000)}attribute`)).toEqual([[], 'words']);
});

test('what never really failed can be left out, and the most frequent comes first', () => {
  const { codes } = ask(entries, { text: '', topic: '', library: '', failed: true });
  expect([...codes]).toEqual(['CEL001', 'IMP001']);
  expect(byFailures(entries)).toEqual(['IMP001', 'CEL001', 'MCK005']);
});

test.each([
  [['CEL001'], 'recognised', 'topic', 'One pattern knows this error.'],
  [
    ['CEL001', 'CEL002'],
    'recognised',
    'failed',
    '2 patterns know this error. The most frequent comes first.',
  ],
  [['CEL001', 'CEL002'], 'words', 'topic', '2 of 46 patterns.'],
  [['CEL001'], 'words', 'failed', '1 of 46 patterns.'],
  [[], 'words', 'failed', 'No pattern has these words. Try the exception’s name, or fewer words.'],
] as const)('%j, found by %s and ordered by %s, is said', (codes, by, order, words) => {
  expect(inWords({ codes: new Set(codes), by }, 46, order)).toBe(words);
});

test('all of them are said as one number', () => {
  const all = ask(entries, { text: '', topic: '', library: '', failed: false });
  expect(inWords(all, 3, 'failed')).toBe('3 patterns. The most frequent comes first.');
});
