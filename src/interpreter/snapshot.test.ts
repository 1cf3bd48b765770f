import { describe, expect, it } from 'vitest';
import { bytesOf } from './bytes.ts';
import { headerOf, packSnapshot } from './snapshot.ts';

/** A snapshot as Pyodide gives it: a header that says in its second word how long it is, then the memory. */
function snapshot(memory: readonly number[]): Uint8Array {
  return new Uint8Array(new Uint32Array([7, 12, 9, ...memory]).buffer);
}

describe('packSnapshot', () => {
  const base = new Uint8Array(new Uint32Array([1, 2]).buffer);

  it('keeps the header, which is needed first', () => {
    const packed = packSnapshot(snapshot([1, 2]), base);
    expect([...new Uint32Array(headerOf(bytesOf(packed)).buffer)]).toEqual([7, 12, 9]);
  });

  it('keeps only what differs from the memory that WebAssembly itself gives', () => {
    const same = packSnapshot(snapshot([1, 2, 0, 0]), base).length;
    expect(packSnapshot(snapshot([1, 2, ...Array<number>(10_000).fill(0)]), base).length).toBe(same);
    // One run: its place, its length, and one word.
    expect(packSnapshot(snapshot([1, 5, 0, 0]), base).length).toBe(same + 12);
  });
});

describe('headerOf', () => {
  it('refuses what is no snapshot', () => {
    expect(() => headerOf(bytesOf(new Uint8Array(16)))).toThrow('this is no packed snapshot');
  });

  it('refuses a snapshot that is cut off', () => {
    const packed = packSnapshot(snapshot([3, 2]), new Uint8Array(8));
    expect(() => headerOf(bytesOf(packed.subarray(0, 20)))).toThrow('there are no bytes at 20');
    expect(() => headerOf(bytesOf(packed.subarray(0, 3)))).toThrow('there are no bytes at 3');
  });
});
