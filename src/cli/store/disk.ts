import { constants } from 'node:fs';
import { copyFile, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Publication } from '../../feed/publish/context.ts';
import type { ReadDocument } from '../../feed/publish/state.ts';
import { Stop } from '../exit.ts';

/** Read published documents from a folder. */
export function fromFolder(folder: string): ReadDocument {
  return async (name) => {
    try {
      return await readFile(path.join(folder, name), 'utf8');
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null;
      throw new Stop('unreadable', `${path.join(folder, name)} can't be read (${reasonOf(error)}).`);
    }
  };
}

/**
 * Write a publication, file by file in its order. Each appears as a whole, by renaming; `feed.json` comes
 * last, so that whatever stops the writing, the feed never points to what is not there.
 */
export async function toFolder(folder: string, { files }: Publication): Promise<void> {
  for (const { path: name, text } of files) {
    const target = path.join(folder, name);
    try {
      await mkdir(path.dirname(target), { recursive: true });
      await replace(target, text);
    } catch (error) {
      throw new Stop(
        'temporary',
        `${target} can't be written (${reasonOf(error)}). The feed is as it was before: try again.`,
      );
    }
  }
}

async function replace(target: string, text: string): Promise<void> {
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    const file = await open(temporary, 'w');
    try {
      await file.writeFile(text, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Keep what can't be read beside the new feed; an old copy is never overwritten. */
export async function setAside(folder: string, names: readonly string[], mark: string): Promise<void> {
  const aside = path.join(folder, 'unreadable');
  await mkdir(aside, { recursive: true });
  for (const name of names) {
    const copy = path.join(aside, `${mark.replaceAll(':', '')}-${path.basename(name)}`);
    try {
      await copyFile(path.join(folder, name), copy, constants.COPYFILE_EXCL);
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
    }
  }
}

/** The code of a file system error, `ENOENT`. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

const reasons = new Map([
  ['ENOSPC', 'the disk is full'],
  ['EACCES', 'no permission'],
  ['EPERM', 'no permission'],
  ['EROFS', 'the disk is read-only'],
  ['EISDIR', 'it is a folder'],
]);

/** A file system error in words. */
export function reasonOf(error: unknown): string {
  const code = codeOf(error) ?? '';
  return reasons.get(code) ?? (error instanceof Error ? error.message : String(error));
}
