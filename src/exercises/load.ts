/** Reads the folders of the onboarding path from disk. Build, verify and scripts only. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse as parseYaml } from 'yaml';
import { loadBackend, readFiles, subfolders } from '../patterns/load.ts';
import type { Files } from '../patterns/pattern.ts';
import { checkExercise } from './check.ts';
import type { Attempt, Exercise } from './exercise.ts';
import { exerciseSchema, type AttemptClaim, type ExerciseFile } from './schema.ts';

/** An exercise's folder that breaks a rule; the message names file, field and cure. */
export class ExerciseError extends Error {
  override readonly name = 'ExerciseError';
}

const STEPS = 'src/content/docs/start';
const FOLDER = /^\d\d-([a-z0-9]+(?:-[a-z0-9]+)*)$/;

/** All exercises, in the order of the path. `root` is the repository's folder. */
export function loadExercises(root = process.cwd()): readonly Exercise[] {
  const backend = loadBackend(root);
  const exercises = subfolders(join(root, STEPS)).map((name) => loadExercise(root, name, backend));
  const ids = exercises.map(({ id }) => id);
  const twice = exercises.find(({ id }, index) => ids.indexOf(id) !== index);
  if (twice) throw new ExerciseError(`${twice.folder}: there is another step with this name`);
  return exercises;
}

function loadExercise(root: string, name: string, backend: Files): Exercise {
  const shown = `${STEPS}/${name}`;
  const id = FOLDER.exec(name)?.[1];
  if (id === undefined) {
    throw new ExerciseError(`${shown}: a step's folder is two digits and a name, as 03-call-a-bound-task`);
  }
  const folder = join(root, shown);
  const { starter, attempts, ...rest } = readExerciseFile(join(folder, 'exercise.yaml'), shown);
  const [test, solution] = onlyFile(folder, 'solution', shown);
  const attempt = ([one, claim]: [string, AttemptClaim]): Attempt => {
    const [path, text] = onlyFile(folder, one, shown);
    if (path !== test)
      throw new ExerciseError(`${shown}/${one}/${path}: must be named ${test}, as the solution`);
    return { name: one, text, claim };
  };
  const unclaimed = subfolders(folder).find((one) => one.startsWith('attempt-') && !(one in attempts));
  if (unclaimed !== undefined) {
    throw new ExerciseError(`${shown}/exercise.yaml: attempts: the folder ${unclaimed}/ has no claim`);
  }
  const exercise: Exercise = {
    ...rest,
    id,
    folder: shown,
    test,
    solution,
    given: readFiles(join(folder, 'given')),
    starter: attempt(['starter', starter]),
    attempts: Object.entries(attempts).map(attempt),
  };
  const problem = checkExercise(exercise, backend);
  if (problem !== undefined) throw new ExerciseError(`${shown}/${problem}`);
  return exercise;
}

/** The reader writes one file, so each text is one file. */
function onlyFile(folder: string, name: string, shown: string): readonly [string, string] {
  const [file, ...others] = Object.entries(readFiles(join(folder, name)));
  if (!file || others.length > 0 || !/^test_\w+\.py$/.test(file[0])) {
    throw new ExerciseError(`${shown}/${name}/: must hold one file, named test_<something>.py`);
  }
  return file;
}

function readExerciseFile(path: string, shown: string): ExerciseFile {
  if (!existsSync(path))
    throw new ExerciseError(`${shown}/exercise.yaml: is missing; a step has an exercise`);
  let data: unknown;
  try {
    data = parseYaml(readFileSync(path, 'utf8'));
  } catch (problem) {
    throw new ExerciseError(`${shown}/exercise.yaml: cannot be read as YAML: ${String(problem)}`);
  }
  const parsed = v.safeParse(exerciseSchema, data);
  if (parsed.success) return parsed.output;
  const issues = parsed.issues.map((issue) => `  ${v.getDotPath(issue) ?? '(whole file)'}: ${issue.message}`);
  throw new ExerciseError(
    `${shown}/exercise.yaml: ${issues.length} field(s) to mend; src/exercises/schema.ts says what each may hold\n${issues.join('\n')}`,
  );
}
