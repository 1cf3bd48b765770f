import { expect, it } from 'vitest';
import { loadExercises } from '../../exercises/load.ts';
import { stepNamed } from './step.ts';

it('knows the step, its place and the one that follows', () => {
  const [first, second] = loadExercises();
  const step = stepNamed(first?.id ?? '', 'Exercise');
  expect(step).toMatchObject({ number: 1, count: loadExercises().length });
  expect(step.exercise.id).toBe(first?.id);
  expect(step.following?.id).toBe(second?.id);
});

it('has nothing after the last step', () => {
  expect(stepNamed(loadExercises().at(-1)?.id ?? '', 'Exercise').following).toBeUndefined();
});

it('names the element of a page that asks for a step that is not there', () => {
  expect(() => stepNamed('gone', 'StepHead')).toThrow('<StepHead step="gone">: there is no such step');
});
