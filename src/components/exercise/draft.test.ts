import { expect, it } from 'vitest';
import { reduceDraft, type Draft } from './draft.ts';

const SHIPPED = ['starter', 'solution'];
const after = (draft: Draft, ...changes: Parameters<typeof reduceDraft>[1][]): Draft =>
  changes.reduce((sum, change) => reduceDraft(sum, change, SHIPPED), draft);

const START: Draft = { text: 'starter', aside: undefined };
const MINE: Draft = { text: 'mine', aside: undefined };

it('keeps what the reader wrote when the solution is put in, and brings it back', () => {
  const solved = after(MINE, { kind: 'put', text: 'solution' });
  expect(solved).toEqual({ text: 'solution', aside: 'mine' });
  expect(after(solved, { kind: 'take-back' })).toEqual(MINE);
});

it('keeps nothing where nothing was written', () => {
  expect(after(START, { kind: 'put', text: 'solution' })).toEqual({ text: 'solution', aside: undefined });
});

it('loses nothing over solution, starter and solution again', () => {
  const last = after(
    MINE,
    { kind: 'put', text: 'solution' },
    { kind: 'put', text: 'starter' },
    { kind: 'put', text: 'solution' },
    { kind: 'take-back' },
  );
  expect(last.text).toBe('mine');
});

it('swaps an edited solution with the text aside, so that neither is lost', () => {
  const edited = after(MINE, { kind: 'put', text: 'solution' }, { kind: 'typed', text: 'solution, changed' });
  const back = after(edited, { kind: 'take-back' });
  expect(back).toEqual({ text: 'mine', aside: 'solution, changed' });
  expect(after(back, { kind: 'take-back' })).toEqual(edited);
});

it('has nothing to take back at first', () => {
  expect(after(MINE, { kind: 'take-back' })).toEqual(MINE);
});
