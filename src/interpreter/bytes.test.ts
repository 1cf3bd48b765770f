import { expect, test } from 'vitest';
import { bytesOf, letGo, readInto, type Bytes } from './bytes.ts';

/** Gives two bytes at a time, as a file that is read by the piece does. */
const short: Bytes = {
  length: 5,
  read: (from, to) => new Uint8Array([1, 2, 3, 4, 5]).subarray(from, Math.min(to, from + 2)),
};

test('short reads are put together', () => {
  const target = new Uint8Array(4);
  readInto(target, short, 1);
  expect([...target]).toEqual([2, 3, 4, 5]);
});

test('reading past the end is an error, not zeros', () => {
  expect(() => {
    readInto(new Uint8Array(4), short, 3);
  }).toThrow('there are no bytes at 5');
});

test('bytes in memory are given without a copy', () => {
  const array = new Uint8Array([1, 2, 3]);
  expect(bytesOf(array).length).toBe(3);
  expect(bytesOf(array).read(1, 3).buffer).toBe(array.buffer);
});

test('a buffer that is let go of has no memory left', () => {
  const buffer = new ArrayBuffer(8);
  letGo(buffer);
  expect(buffer.byteLength).toBe(0);
});
