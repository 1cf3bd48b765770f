/** Rules that hold between the fields and files of an exercise; the schema alone cannot see them. */
import { applyMutant, type Files } from '../patterns/pattern.ts';
import { exerciseFiles, type Exercise } from './exercise.ts';

/** The first broken rule as "file: field: what to do", or undefined. */
export function checkExercise(exercise: Exercise, backend: Files): string | undefined {
  return checkNames(exercise, backend) ?? checkClaims(exercise) ?? checkMutants(exercise, backend);
}

function checkNames(exercise: Exercise, backend: Files): string | undefined {
  const unknown = exercise.app.find((path) => !(path in backend));
  if (unknown !== undefined) return `exercise.yaml: app: the sample backend has no file ${unknown}`;
  const names = exercise.mutants.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) return `exercise.yaml: mutants: there are two named ${twice}`;
  if (exercise.test in exercise.given) return `given/${exercise.test}: is the file that the reader writes`;
  return undefined;
}

function checkClaims({ starter, attempts, mutants, solution }: Exercise): string | undefined {
  for (const { name, text, claim } of [starter, ...attempts]) {
    const field = name === 'starter' ? 'starter' : `attempts.${name}`;
    if (text === solution) return `${name}/: is the same text as solution/`;
    if (claim.outcome !== 'misses') continue;
    const stranger = claim.misses.find((one) => !mutants.some((mutant) => mutant.name === one));
    if (stranger !== undefined) return `exercise.yaml: ${field}.misses: there is no mutant ${stranger}`;
  }
  return undefined;
}

function checkMutants(exercise: Exercise, backend: Files): string | undefined {
  const files = exerciseFiles(backend, exercise, exercise.solution);
  for (const mutant of exercise.mutants) {
    const hidden = mutant.edits.find(({ file }) => !exercise.app.includes(file));
    if (hidden) {
      return `exercise.yaml: app: the reader must see ${hidden.file}, which the mutant ${mutant.name} changes`;
    }
    try {
      applyMutant(files, mutant);
    } catch (problem) {
      return `exercise.yaml: mutants: ${problem instanceof Error ? problem.message : String(problem)}`;
    }
  }
  return undefined;
}
