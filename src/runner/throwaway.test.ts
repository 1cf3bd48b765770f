import { beforeEach, describe, expect, it } from 'vitest';
import type { PageMessage } from './protocol.ts';
import { Throwaway } from './throwaway.ts';

const TOOK = { script: 1, engine: 2, waiting: 3, restore: 4 };
const ORDER = { files: { 'test_it.py': '' }, arguments: [] };

describe('Throwaway', () => {
  let sent: PageMessage[];
  let throwaway: Throwaway;
  beforeEach(() => {
    sent = [];
    throwaway = new Throwaway(ORDER, (message) => sent.push(message));
  });

  it('runs once, in a worker of its own, and ends it', () => {
    throwaway.start(7, 3);
    throwaway.receives({ kind: 'ready', worker: 7, took: TOOK });
    throwaway.receives({ kind: 'end', worker: 7, run: 3 });
    expect(sent).toEqual([
      { kind: 'spawn', worker: 7 },
      { kind: 'run', worker: 7, run: 3, request: ORDER },
      { kind: 'terminate', worker: 7 },
    ]);
    expect(throwaway.isWanted).toBe(false);
  });

  it.each([
    { kind: 'crashed', worker: 7, detail: '' },
    { kind: 'restore-failed', worker: 7, detail: '' },
  ] as const)('is over when its worker is of no use: $kind', (message) => {
    throwaway.start(7, 3);
    throwaway.receives(message);
    expect(sent.at(-1)).toEqual({ kind: 'terminate', worker: 7 });
    expect(throwaway.isWanted).toBe(false);
  });

  it('leaves the messages of other workers alone', () => {
    throwaway.start(7, 3);
    expect(throwaway.receives({ kind: 'ready', worker: 8, took: TOOK })).toBe(false);
    expect(throwaway.receives({ kind: 'ready', worker: 7, took: TOOK })).toBe(true);
  });

  it('gives way to a reader, before it starts and while it runs', () => {
    throwaway.cancel();
    expect(sent).toEqual([]);
    expect(throwaway.isWanted).toBe(false);
  });
});
