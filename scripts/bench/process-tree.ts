/** CPU time and memory of a process and all below it, as Linux tells. */
import { readFileSync, readdirSync } from 'node:fs';

/** Clock ticks a second; Linux has had this value for ever. */
const TICKS = 100;

interface Process {
  readonly pid: number;
  readonly parent: number;
  /** Seconds, its own and those of its children that have ended. */
  readonly cpu: number;
}

function processes(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        // The name of the program, in brackets, may hold anything.
        const fields = stat
          .slice(stat.lastIndexOf(')') + 2)
          .split(' ')
          .map(Number);
        const ticks = [11, 12, 13, 14].reduce((sum, index) => sum + (fields[index] ?? 0), 0);
        return [{ pid: Number(name), parent: fields[1] ?? 0, cpu: ticks / TICKS }];
      } catch {
        // It has ended meanwhile.
        return [];
      }
    });
}

function treeOf(root: number): Process[] {
  const all = processes();
  const tree = all.filter((one) => one.pid === root);
  for (const one of tree) tree.push(...all.filter((other) => other.parent === one.pid));
  return tree;
}

/** Seconds of CPU that the tree has used. */
export function cpuSeconds(root: number): number {
  return treeOf(root).reduce((sum, one) => sum + one.cpu, 0);
}

/** Megabytes of the tree, shared pages counted once (PSS). */
export function memoryMegabytes(root: number): number {
  const kilobytes = treeOf(root).map(({ pid }) => {
    try {
      return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
    } catch {
      return 0;
    }
  });
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1024;
}
