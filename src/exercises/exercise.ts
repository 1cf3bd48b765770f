/** An exercise as the rest of the code sees it: its texts and its bugs. No file system here. */
import { runFiles, type Files } from '../patterns/pattern.ts';
import type { AttemptClaim, ExerciseFile } from './schema.ts';

/** A text that ships with the exercise, and what it is claimed to do. */
export interface Attempt {
  /** Its folder: `starter`, or `attempt-<name>`. */
  readonly name: string;
  readonly text: string;
  readonly claim: AttemptClaim;
}

export interface Exercise extends Omit<ExerciseFile, 'starter' | 'attempts'> {
  /** Its folder without the number, and the last part of its address: `call-a-bound-task`. */
  readonly id: string;
  /** Path below the repository's folder. */
  readonly folder: string;
  /** The one file that the reader writes, as `test_ner.py`. */
  readonly test: string;
  /** Files beside it, which stay as they are: `conftest.py`, say. */
  readonly given: Files;
  readonly starter: Attempt;
  readonly attempts: readonly Attempt[];
  readonly solution: string;
}

/** The folder of a run: the reader's text and the given files, laid over the sample backend. */
export function exerciseFiles(
  backend: Files,
  exercise: Pick<Exercise, 'test' | 'given'>,
  text: string,
): Files {
  return runFiles(backend, { ...exercise.given, [exercise.test]: text });
}

/** A step's own page, below the site's base. */
export function exercisePath(id: string): string {
  return `start/${id}/`;
}
