/** The difference wrong → right as lines, made by the build. */
import { diffLines } from 'diff';
import type { Files } from '../../patterns/pattern.ts';

export interface DifferenceLine {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

export interface FileDifference {
  readonly path: string;
  readonly lines: readonly DifferenceLine[];
}

/** Lines kept around a change. */
const CONTEXT = 3;

/** Files that differ, with a few lines around each change. */
export function difference(wrong: Files, right: Files): readonly FileDifference[] {
  const paths = [...new Set([...Object.keys(wrong), ...Object.keys(right)])].sort();
  return paths
    .filter((path) => wrong[path] !== right[path])
    .map((path) => ({ path, lines: nearChanges(linesOf(wrong[path] ?? '', right[path] ?? '')) }));
}

function linesOf(before: string, after: string): DifferenceLine[] {
  return diffLines(before, after).flatMap((part) => {
    const kind = part.added ? 'added' : part.removed ? 'removed' : 'same';
    return part.value
      .replace(/\n$/, '')
      .split('\n')
      .map((text) => ({ kind, text }) as const);
  });
}

function nearChanges(lines: readonly DifferenceLine[]): DifferenceLine[] {
  const changed = lines.flatMap((line, index) => (line.kind === 'same' ? [] : [index]));
  return lines.filter((_, index) => changed.some((at) => Math.abs(at - index) <= CONTEXT));
}
