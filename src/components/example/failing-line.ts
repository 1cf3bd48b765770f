/** Which line of the reader's own file a result points at. */
import type { Failure } from '../../interpreter/events.ts';

export interface FailingLine {
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  readonly says: string;
}

/** The deepest frame of the first failure that lies in one of the given files. */
export function failingLine(
  tests: readonly { readonly failures: readonly Failure[] }[],
  paths: readonly string[],
): FailingLine | undefined {
  for (const failure of tests.flatMap((test) => test.failures)) {
    const frame = failure.frames.findLast(({ file }) => paths.includes(file));
    if (frame) {
      const name = failure.exceptionType.split('.').at(-1) ?? failure.exceptionType;
      return { path: frame.file, line: frame.line, says: `${name} here` };
    }
  }
  return undefined;
}
