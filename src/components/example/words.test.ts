import { describe, expect, it } from 'vitest';
import { countWords, megabyteWords, secondsWords, versionWords } from './words.ts';

describe('countWords', () => {
  it('names what is red first', () => {
    expect(countWords({ tests: [{ outcome: 'passed' }, { outcome: 'failed' }, { outcome: 'passed' }] })).toBe(
      '1 failed, 2 passed',
    );
  });
  it('counts errors in the plural', () => {
    expect(countWords({ tests: [{ outcome: 'error' }, { outcome: 'error' }] })).toBe('2 errors');
  });
  it('says so when nothing ran', () => {
    expect(countWords({ tests: [] })).toBe('no tests ran');
  });
});

describe('the other words', () => {
  it('names only the versions that are there', () => {
    expect(versionWords({ python: '3.14.2', kombu: '5.7.0', pytest: '9.2.0' })).toBe(
      'Python 3.14.2, pytest 9.2.0',
    );
  });
  it('never rounds a duration to nothing', () => {
    expect(secondsWords(0.003)).toBe('under 0.01 s');
    expect(secondsWords(1.234)).toBe('1.23 s');
  });
  it('gives megabytes with one digit', () => {
    expect(megabyteWords(3_149_000, 8_996_000)).toBe('3.1 of 9.0 MB');
  });
});
