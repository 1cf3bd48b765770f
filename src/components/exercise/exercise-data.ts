/** What the custom element needs of an exercise; the build puts it into the page as JSON. */
import type { Exercise } from '../../exercises/exercise.ts';
import type { ExerciseMutant } from '../../exercises/schema.ts';
import { applyMutant, type Files } from '../../patterns/pattern.ts';
import { difference, type FileDifference } from '../example/difference.ts';

export interface BugData extends ExerciseMutant {
  /** What the bug changes in the app, shown once the reader's test has missed it. */
  readonly changes: readonly FileDifference[];
}

export interface ExerciseData extends Pick<Exercise, 'id' | 'test' | 'given' | 'solution'> {
  readonly starter: string;
  readonly mutants: readonly BugData[];
  /** Where the code under test is worth looking at first: a file, and a line counted from 1. */
  readonly look: { readonly path: string; readonly line: number };
  /** Where to go on; undefined after the last step. */
  readonly next: { readonly title: string; readonly url: string } | undefined;
}

/** Pick what the page needs. `backend` must hold every file that a bug changes. */
export function exerciseData(exercise: Exercise, backend: Files, next: ExerciseData['next']): ExerciseData {
  const { id, test, given, solution, starter } = exercise;
  const mutants = exercise.mutants.map((mutant) => {
    const before = Object.fromEntries(mutant.edits.map(({ file }) => [file, backend[file] ?? '']));
    return { ...mutant, changes: difference(before, applyMutant(before, mutant)) };
  });
  const look = lookAt(exercise, backend);
  return { id, test, given, solution, starter: starter.text, mutants, look, next };
}

/** The first bug lies in what the exercise is about. */
function lookAt({ app, mutants }: Exercise, backend: Files): ExerciseData['look'] {
  const edit = mutants[0]?.edits[0];
  const path = edit?.file ?? app[0] ?? '';
  const before = (backend[path] ?? '').split(edit?.find ?? '')[0] ?? '';
  return { path, line: before.split('\n').length };
}
