/**
 * A figure or a line of the plan (plan-phase-2.md), with where it stands. Nothing here is corrected: where
 * the plan's figures don't add up, reconcile.ts says so.
 */
export interface Stated<T> {
  readonly value: T;
  /** Line of plan-phase-2.md, from 1. */
  readonly line: number;
  /** What stands there, word for word. */
  readonly quote: string;
}

/** `[low, high]`, both included. */
export type Range = readonly [number, number];

/** A figure of the plan; `quote` stands in `line` word for word. */
export const stated = <const T>(line: number, quote: string, value: T): Stated<T> => ({ value, line, quote });

/** Words of the plan, quoted as they are. */
export const said = (line: number, quote: string): Stated<string> => ({ value: quote, line, quote });
