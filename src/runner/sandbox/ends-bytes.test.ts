import { expect, test } from 'vitest';
import { bytesOf, readInto } from '../../interpreter/bytes.ts';
import { EndsBytes } from './ends-bytes.ts';

/** Ten bytes: three at the beginning and two at the end have come. */
const archive = new EndsBytes(bytesOf(new Uint8Array([1, 2, 3, 9, 10])), 3, 10);

test('both ends stand where they stand in the whole, and between them is nothing', () => {
  const whole = new Uint8Array(archive.length);
  readInto(whole, archive, 0);
  expect([...whole]).toEqual([1, 2, 3, 0, 0, 0, 0, 0, 9, 10]);
});

test('a read that begins in one part ends with it', () => {
  expect([...archive.read(1, 10)]).toEqual([2, 3]);
  expect([...archive.read(3, 10)]).toEqual([0, 0, 0, 0, 0]);
  expect([...archive.read(9, 10)]).toEqual([10]);
});

test('there is nothing after the end', () => {
  expect([...archive.read(10, 12)]).toEqual([]);
  expect(() => {
    readInto(new Uint8Array(1), archive, 10);
  }).toThrow('there are no bytes at 10');
});
