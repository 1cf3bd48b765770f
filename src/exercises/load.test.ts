import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ExerciseError, loadExercises } from './load.ts';

const STEP = 'src/content/docs/start/01-first';
let root: string;

const GOOD = `
minutes: 4
task: Mend it.
app: [app/one.py]
starter: { outcome: fails, exception: AssertionError, message: assert 1 == 2 }
attempts:
  attempt-weak: { outcome: misses, misses: [two-lost] }
mutants:
  - name: one-lost
    bug: One is lost.
    advice: Look at one.
    edits: [{ file: app/one.py, find: "1", replace: "3" }]
  - name: two-lost
    bug: Two is lost.
    advice: Look at two.
    edits: [{ file: app/one.py, find: "2", replace: "3" }]
hints: [Look., Look again.]
`;

const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

/** What the loader says of the path as it stands. */
const problem = (): string => {
  try {
    loadExercises(root);
    return 'no problem';
  } catch (found) {
    if (found instanceof ExerciseError) return found.message;
    throw found;
  }
};

/** … of one with another exercise.yaml. */
const problemWith = (from: string, to: string): string => {
  expect(GOOD).toContain(from);
  write(`${STEP}/exercise.yaml`, GOOD.replace(from, to));
  return problem();
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'redgreen-exercises-'));
  write('src/app/pytest.ini', '[pytest]\n');
  write('src/app/one.py', 'ONE = 1\nTWO = 2\n');
  write(`${STEP}/exercise.yaml`, GOOD);
  write(`${STEP}/given/conftest.py`, '"""Nothing."""\n');
  write(`${STEP}/starter/test_one.py`, 'def test_one(): assert 1 == 2\n');
  write(`${STEP}/attempt-weak/test_one.py`, 'def test_one(): pass\n');
  write(`${STEP}/solution/test_one.py`, 'def test_one(): assert 1\n');
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

it('reads the texts, the given files and the claims', () => {
  const [exercise] = loadExercises(root);
  expect(exercise).toMatchObject({
    id: 'first',
    folder: STEP,
    test: 'test_one.py',
    given: { 'conftest.py': '"""Nothing."""\n' },
    solution: 'def test_one(): assert 1\n',
    starter: { name: 'starter', text: 'def test_one(): assert 1 == 2\n' },
    attempts: [{ name: 'attempt-weak', claim: { outcome: 'misses', misses: ['two-lost'] } }],
  });
});

it('keeps the order of the folders', () => {
  for (const path of ['exercise.yaml', 'starter/test_one.py', 'solution/test_one.py']) {
    const text = path === 'exercise.yaml' ? GOOD.replace(/attempts:\n.*\n/, '') : `# ${path}\n`;
    write(`src/content/docs/start/02-again/${path}`, text);
  }
  expect(loadExercises(root).map(({ id }) => id)).toEqual(['first', 'again']);
});

it.each([
  ['minutes: 4', 'minutes: 0', /exercise\.yaml: 1 field\(s\) to mend[^]*minutes: /],
  ['task: Mend it.', '', /task: /],
  ['hints: [Look., Look again.]', 'hints: [Look.]', /hints: needs two hints or more/],
  ['task: Mend it.', 'task: [', /cannot be read as YAML/],
  ['app: [app/one.py]', 'app: [app/two.py]', /app: the sample backend has no file app\/two\.py/],
  ['misses: [two-lost]', 'misses: [no-such]', /attempts\.attempt-weak\.misses: there is no mutant no-such/],
  ['find: "1"', 'find: "7"', /mutants: mutant one-lost: "7" stands 0 times in app\/one\.py/],
  ['name: two-lost', 'name: one-lost', /mutants: there are two named one-lost/],
] as const)('names field and cure: %s → %s', (from, to, says) => {
  expect(problemWith(from, to)).toMatch(says);
});

it('wants the code that a bug changes to be shown', () => {
  write('src/app/two.py', 'pass\n');
  expect(problemWith('app: [app/one.py]', 'app: [app/two.py]')).toMatch(
    /app: the reader must see app\/one\.py, which the mutant one-lost changes/,
  );
});

it.each([
  ['a folder without a number', 'first/exercise.yaml', /is two digits and a name/],
  ['a step without an exercise', '02-second/index.mdx', /02-second\/exercise\.yaml: is missing/],
  ['an attempt without a claim', '01-first/attempt-new/test_one.py', /the folder attempt-new\/ has no claim/],
  ['a second file of the reader', '01-first/starter/test_two.py', /starter\/: must hold one file/],
  ['two steps with one name', '02-first/exercise.yaml', /02-first/],
])('says what is wrong with %s', (_what, path, says) => {
  write(`src/content/docs/start/${path}`, path.endsWith('.yaml') ? GOOD : '');
  expect(problem()).toMatch(says);
});

it('says which claimed attempt has no text', () => {
  rmSync(join(root, STEP, 'attempt-weak'), { recursive: true });
  expect(problem()).toMatch(/attempt-weak\/: must hold one file/);
});

it('refuses a starter that is the solution', () => {
  write(`${STEP}/starter/test_one.py`, 'def test_one(): assert 1\n');
  expect(problem()).toMatch(/starter\/: is the same text as solution/);
});

it('wants one name for the file in every folder', () => {
  rmSync(join(root, STEP, 'starter'), { recursive: true });
  write(`${STEP}/starter/test_other.py`, '');
  expect(problem()).toMatch(/starter\/test_other\.py: must be named test_one\.py/);
});

it('reads the real path: every step', () => {
  const exercises = loadExercises();
  expect(exercises.length).toBeGreaterThanOrEqual(6);
  for (const { folder, id } of exercises) {
    const page = readFileSync(join(folder, 'index.mdx'), 'utf8');
    expect(page).toContain(`\nslug: start/${id}\n`);
    expect(page).toContain(`<StepHead step="${id}" />`);
    expect(page).toContain(`<Exercise step="${id}" />`);
  }
  const minutes = exercises.reduce((sum, exercise) => sum + exercise.minutes, 0);
  expect(minutes).toBeGreaterThan(20);
  expect(minutes).toBeLessThan(45);
});
