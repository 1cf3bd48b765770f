import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Stop } from '../exit.ts';
import { codeOf, reasonOf } from './disk.ts';

const NAME = '.redgreen.lock';
/** A publisher needs a second or two; one that takes this long is dead. */
const STALE_MS = 10 * 60_000;

/** Who holds a lock. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly since: number;
}

/**
 * Do something while no other publisher on this disk does the same. A lock that a dead process has left
 * behind is taken over.
 *
 * @param waitMs how long to wait for another publisher before giving up with exit code 3.
 */
export async function withLock<T>(folder: string, waitMs: number, work: () => Promise<T>): Promise<T> {
  const file = path.join(folder, NAME);
  await acquire(file, waitMs);
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

async function acquire(file: string, waitMs: number): Promise<void> {
  const deadline = Date.now() + waitMs;
  const holder: Holder = { pid: process.pid, host: hostname(), since: Date.now() };
  for (;;) {
    try {
      await mkdir(path.dirname(file), { recursive: true });
      const handle = await open(file, 'wx');
      await handle.writeFile(JSON.stringify(holder));
      await handle.close();
      return;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST')
        throw new Stop('temporary', `${file} can't be written (${reasonOf(error)}).`);
    }
    await takeOverIfDead(file);
    if (Date.now() > deadline) {
      throw new Stop(
        'temporary',
        `Another publisher holds ${file}. Try again; if none is running, remove that file.`,
      );
    }
    await sleep(50 + Math.random() * 100);
  }
}

async function takeOverIfDead(file: string): Promise<void> {
  let holder: Partial<Holder> | undefined;
  try {
    holder = JSON.parse(await readFile(file, 'utf8')) as Partial<Holder>;
  } catch (error) {
    // Gone meanwhile, or not written yet: look again.
    if (codeOf(error) === 'ENOENT' || error instanceof SyntaxError) return;
    throw error;
  }
  if (!isDead(holder)) return;
  // Renaming succeeds for one of several that find it dead.
  const aside = `${file}.${process.pid}.dead`;
  try {
    await rename(file, aside);
    await rm(aside, { force: true });
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

function isDead({ pid, host, since }: Partial<Holder>): boolean {
  if (since !== undefined && Date.now() - since > STALE_MS) return true;
  if (pid === undefined || host !== hostname()) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return codeOf(error) === 'ESRCH';
  }
}
