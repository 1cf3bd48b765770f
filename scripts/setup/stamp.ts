import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A short hash of what a set-up step was made from; the same parts give the same key.
 *
 * @param parts texts such as a requirements file's content or a Python's version
 */
export function keyOf(...parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:${part}`);
  return hash.digest('hex').slice(0, 32);
}

/**
 * Does a set-up step once per key. The stamp is taken away before the work and written after it, so a step that
 * was cut off is done again.
 *
 * @param step the stamp's file name, such as "python"
 * @param isThere whether the result is still in its place (somebody may have emptied the cache)
 * @returns whether the work was done now
 */
export async function once(
  folder: string,
  step: string,
  key: string,
  isThere: () => boolean,
  work: () => Promise<void>,
): Promise<boolean> {
  const stamp = join(folder, `${step}.stamp`);
  if (readStamp(stamp) === key && isThere()) return false;
  rmSync(stamp, { force: true });
  await work();
  mkdirSync(folder, { recursive: true });
  writeFileSync(stamp, key);
  return true;
}

function readStamp(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined; // Never made, which is the ordinary case of a first start.
  }
}
