import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadBackend, loadPattern, loadPatterns, PatternError } from './load.ts';

const FOLDER = 'src/content/docs/patterns/celery/sample';
let root: string;

const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

const GOOD = `
code: CEL900
title: A sample
summary: It fails.
symptom: "TypeError: x"
libraries: [celery]
app: [app/tasks/one.py]
variants:
  wrong:
    title: The wrong way
    expect: fails
    failures:
      - { test: "test_a.py::test_a", exception: TypeError, message: x }
  right:
    title: The right way
    expect: passes
mutants:
  - name: turned-round
    bug: it is turned round
    edits: [{ file: app/tasks/one.py, find: "if flat", replace: "if not flat" }]
    killedBy: [right]
links: [{ title: Docs, url: "https://docs.celeryq.dev/en/stable/" }]
`;

/** What the loader says about a changed pattern.yaml. */
const problemWith = (change: (yaml: string) => string): string => {
  write(`${FOLDER}/pattern.yaml`, change(GOOD));
  try {
    loadPattern(join(root, FOLDER), root);
    return 'no problem';
  } catch (problem) {
    if (problem instanceof PatternError) return problem.message;
    throw problem;
  }
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'redgreen-patterns-'));
  write('src/app/pytest.ini', '[pytest]\n');
  write('src/app/tasks/one.py', 'def one(flat):\n    if flat:\n        return 1\n');
  write('src/app/tasks/test_one.py', 'def test_one(): pass\n');
  write(`${FOLDER}/pattern.yaml`, GOOD);
  write(`${FOLDER}/wrong/test_a.py`, 'def test_a(): raise TypeError("x")\n');
  write(`${FOLDER}/right/test_a.py`, 'def test_a(): pass\n');
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

describe('loadPatterns', () => {
  it('reads claim and files, wrong variants first', () => {
    const [pattern] = loadPatterns(root);
    expect(pattern?.code).toBe('CEL900');
    expect(pattern?.topic).toBe('celery');
    expect(
      pattern?.variants.map((variant) => [variant.name, variant.kind, Object.keys(variant.files)]),
    ).toEqual([
      ['wrong', 'wrong', ['test_a.py']],
      ['right', 'right', ['test_a.py']],
    ]);
  });

  it('refuses a code that is taken', () => {
    cpSync(join(root, FOLDER), join(root, 'src/content/docs/patterns/celery/other'), { recursive: true });
    expect(() => loadPatterns(root)).toThrow('CEL900 already belongs to');
  });
});

describe('loadBackend', () => {
  it('takes the app without its own tests, and its pytest.ini to the root of the run', () => {
    expect(Object.keys(loadBackend(root)).sort()).toEqual(['app/tasks/one.py', 'pytest.ini']);
  });
});

describe('what is wrong is named by file, field and cure', () => {
  it.each([
    [
      'a field that is missing',
      (yaml: string) => yaml.replace('summary: It fails.\n', ''),
      'pattern.yaml: 1 field(s) to mend',
      'summary',
    ],
    [
      'a code of another shape',
      (yaml: string) => yaml.replace('CEL900', 'cel9'),
      'code: must be three letters and three digits',
      '',
    ],
    [
      'a field that nobody knows',
      (yaml: string) => yaml.replace('libraries:', 'libaries: [x]\nlibraries:'),
      'libaries',
      '',
    ],
    [
      'a folder without a claim',
      (yaml: string) => yaml.replace('  right:', '  right-other:').replace('[right]', '[right-other]'),
      'the folder right/ has no claim',
      '',
    ],
    [
      'a wrong variant that says nothing of its failure',
      (yaml: string) => yaml.replace(/ {4}failures:\n.*\n/, ''),
      'variants.wrong.failures: say which test fails',
      '',
    ],
    [
      'a breakdown of pytest beside tests that fail',
      (yaml: string) =>
        yaml.replace('    failures:', '    breaksDown: { exception: A, message: b }\n    failures:'),
      'variants.wrong.breaksDown: no test runs then',
      '',
    ],
    [
      'a claim with neither message nor pattern',
      (yaml: string) => yaml.replace(', message: x', ''),
      'exactly one of `message`',
      '',
    ],
    [
      'a pattern that is no regular expression',
      (yaml: string) => yaml.replace('message: x', 'pattern: "("'),
      'is not a regular expression',
      '',
    ],
    [
      'a mutant whose text is not there',
      (yaml: string) => yaml.replace('"if flat"', '"if round"'),
      '"if round" stands 0 times in app/tasks/one.py',
      '',
    ],
    [
      'a right variant that catches no bug',
      (yaml: string) => yaml.replace(/mutants:[\s\S]*links/, 'links'),
      'no mutant is killed by right',
      '',
    ],
    [
      'an app file that is not there',
      (yaml: string) => yaml.replace('app: [app/tasks/one.py]', 'app: [app/two.py]'),
      'the sample backend has no file app/two.py',
      '',
    ],
    ['what is no YAML', () => 'a: [', 'cannot be read as YAML', ''],
  ])('%s', (_what, change, said, also) => {
    const problem = problemWith(change);
    expect(problem).toContain(FOLDER);
    expect(problem).toContain(said);
    expect(problem).toContain(also);
  });

  it('a recorded.json that verify did not write', () => {
    write(`${FOLDER}/recorded.json`, '{}');
    expect(() => loadPattern(join(root, FOLDER), root)).toThrow('npm run verify -- --update');
  });
});

it('the real patterns load', () => {
  const patterns = loadPatterns();
  expect(patterns.length).toBeGreaterThan(0);
  for (const pattern of patterns) {
    const page = readFileSync(
      join('src/content/docs/patterns', pattern.topic, pattern.slug, 'index.mdx'),
      'utf8',
    );
    expect(page, pattern.code).toContain(`slug: p/${pattern.code}\n`);
  }
});
