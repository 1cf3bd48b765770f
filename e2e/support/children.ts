/** Which process a library has started: Playwright does not tell. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';

/**
 * Do something that starts one process.
 * @returns its outcome, and the process's id where the system tells: Linux
 */
export async function newChild<Result>(
  start: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly pid: number | undefined }> {
  const before = new Set(children());
  const result = await start();
  return { result, pid: children().find((pid) => !before.has(pid)) };
}

/** Ids of this process's children. */
function children(): number[] {
  const threads = `/proc/${process.pid}/task`;
  if (!existsSync(threads)) return [];
  return readdirSync(threads).flatMap((thread) => {
    try {
      return readFileSync(`${threads}/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
    } catch {
      // A thread that has ended since.
      return [];
    }
  });
}
