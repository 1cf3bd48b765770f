/** Caps of the readers. Past one of them a file is refused with a clear error, never read in part. */
export interface Limits {
  /** Bytes of one file, after unpacking. */
  readonly bytes: number;
  /** How deep elements or JSON values may be nested. Real reports need less than ten levels. */
  readonly depth: number;
  /** Tests of all files together. */
  readonly tests: number;
  /** UTF-16 units kept of one message; the rest is cut and marked as cut. */
  readonly message: number;
  /** UTF-16 units kept of one traceback: a little of its head, most of its tail. */
  readonly details: number;
  /**
   * UTF-16 units of tracebacks kept in one file. Past it only short ends are kept, so that memory does not
   * grow with a run in which everything fails.
   */
  readonly detailsTotal: number;
}

/** Generous for any suite of people, tight enough for a browser tab. */
export const defaultLimits: Limits = {
  bytes: 100_000_000,
  depth: 64,
  tests: 200_000,
  message: 8192,
  details: 8192,
  detailsTotal: 4_000_000,
};
