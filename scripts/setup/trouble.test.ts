import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Trouble, explain, inWords, lastLines } from './trouble.mjs';

test.each([
  ['npm error code ENOTFOUND\nnpm error network request to https://… failed', /network could not be reached/],
  ['npm error code EAI_AGAIN', /network could not be reached/],
  ['E: Failed to fetch http://…  Could not resolve host', /network could not be reached/],
  ["Temporary failure resolving 'deb.debian.org'", /network could not be reached/],
  ['ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device', /disk is full/],
  ["E: You don't have enough free space in /var/cache/apt/archives/.", /disk is full/],
  ['npm error code EINTEGRITY', /hash is different/],
  ['npm error code SELF_SIGNED_CERT_IN_CHAIN', /certificate.*NODE_EXTRA_CA_CERTS/],
  ["npm error Error: EACCES: permission denied, mkdir '/x'", /could not be written/],
])('%j is told in one sentence that says what to do', (output, sentence) => {
  expect(explain('npm', output)).toMatch(sentence);
});

test('a full disk is named even where it also made a hash wrong', () => {
  expect(
    explain('pip', 'THESE PACKAGES DO NOT MATCH THE HASHES\n[Errno 28] No space left on device'),
  ).toMatch(/disk/);
});

test('an unknown failure points at what the tool said', () => {
  expect(explain('apt-get', 'E: something new')).toBe('apt-get failed; what it said is above.');
});

test('a trouble is told with what the tool said above it, and without a stack', () => {
  const words = inWords(new Trouble('Do this.', 'line 1\nline 2\n'));
  expect(words).toBe('line 1\nline 2\n\nDo this.');
});

test.runIf(process.platform === 'linux')('a full disk met by Node itself is told in the same words', () => {
  let error: unknown;
  try {
    writeFileSync('/dev/full', 'x');
  } catch (caught) {
    error = caught;
  }
  expect(inWords(error)).toMatch(/ENOSPC.*\n\nThe disk is full/);
});

test('an unexpected error shows no stack unless it is asked for', () => {
  let error: unknown;
  try {
    readFileSync('/nowhere/at/all');
  } catch (caught) {
    error = caught;
  }
  const words = inWords(error);
  expect(words).toMatch(/ENOENT/);
  expect(words).toMatch(/REDGREEN_DEBUG=1/);
  expect(words).not.toMatch(/\n\s+at /);
});

test('only the end of a long output is shown', () => {
  expect(lastLines('a\nb\nc\n', 2)).toBe('b\nc');
});
