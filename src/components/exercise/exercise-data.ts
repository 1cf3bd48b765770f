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
  return { id, test, given, solution, starter: starter.text, mutants, next };
}
