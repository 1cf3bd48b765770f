import { describe, expect, test } from 'vitest';
import { ask, type Answer, type Entry } from './pattern-filter.ts';

const entries: Entry[] = [
  {
    code: 'CEL001',
    topic: 'celery',
    libraries: ['celery'],
    text: "cel001 bound task gets self twice typeerror: ner_extract_task() got multiple values for argument 'flat' celery",
    signatures: ["^\\w+\\(\\) got multiple values for argument '\\w+'$"],
  },
  {
    code: 'IMP001',
    topic: 'imports',
    libraries: ['unittest.mock'],
    text: "imp001 patching a name the module does not have attributeerror: <module 'app.tasks'> does not have the attribute 'model_loader' unittest.mock",
    signatures: ['^<module .* does not have the attribute'],
  },
  {
    code: 'MCK005',
    topic: 'mocks',
    libraries: ['unittest.mock'],
    text: 'mck005 spec does not know instance fields mock object has no attribute unittest.mock',
    signatures: [],
  },
];

function answer(text: string, topic = '', library = ''): [string[], Answer['by']] {
  const { codes, by } = ask(entries, { text, topic, library });
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
