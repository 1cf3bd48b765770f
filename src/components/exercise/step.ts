import type { Exercise } from '../../exercises/exercise.ts';
import { loadExercises } from '../../exercises/load.ts';

/** One step and where it stands on the path. */
export interface Step {
  readonly exercise: Exercise;
  /** From 1 on. */
  readonly number: number;
  readonly count: number;
  readonly following: Exercise | undefined;
}

/**
 * The step that a page names by its folder's name without the number.
 * @throws Error that names the element on the page, if there is no such step
 */
export function stepNamed(id: string, element: string): Step {
  const exercises = loadExercises();
  const index = exercises.findIndex((exercise) => exercise.id === id);
  const exercise = exercises[index];
  if (!exercise) {
    throw new Error(`<${element} step="${id}">: there is no such step in src/content/docs/start`);
  }
  return { exercise, number: index + 1, count: exercises.length, following: exercises[index + 1] };
}
