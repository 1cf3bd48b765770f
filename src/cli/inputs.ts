import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Input } from '../feed/model.ts';
import { describeError } from '../reports/errors.ts';
import { readReports, type RunReports } from '../reports/read-all.ts';
import type { ReportSource } from '../reports/read.ts';
import { Stop } from './exit.ts';
import { codeOf, reasonOf } from './store/disk.ts';

/** What was read, and the files that it was read from, with their hashes. */
export interface ReadInputs {
  readonly reports: RunReports;
  readonly inputs: readonly Input[];
}

const MOST_FILES = 500;

/** Read report files; a folder stands for all reports in it. */
export async function readInputs(cwd: string, names: readonly string[]): Promise<ReadInputs> {
  const files = await filesOf(cwd, names);
  const hashes = new Map<string, string>();
  const sources = files.map((name) => sourceOf(cwd, name, hashes));
  const read = await readReports(sources);
  if (!read.ok) throw new Stop('unreadable', ...read.error.map(describeError));
  const inputs = read.value.files.map(({ name, kind }) => ({ name, kind, sha256: hashes.get(name) ?? '' }));
  return { reports: read.value, inputs };
}

/** The file in chunks; its hash is known once it was read to the end. */
function sourceOf(cwd: string, name: string, hashes: Map<string, string>): ReportSource {
  async function* chunks(): AsyncGenerator<Uint8Array, void> {
    const hash = createHash('sha256');
    const stream: AsyncIterable<Uint8Array> = createReadStream(path.resolve(cwd, name));
    for await (const chunk of stream) {
      hash.update(chunk);
      yield chunk;
    }
    hashes.set(name, hash.digest('hex'));
  }
  return { name, chunks: chunks() };
}

/** All files by name, sorted: the order in which a shell lists them must not matter. */
async function filesOf(cwd: string, names: readonly string[]): Promise<string[]> {
  const files = new Set<string>();
  for (const name of names) {
    for (const file of await expanded(cwd, name)) files.add(file.replaceAll('\\', '/'));
  }
  if (files.size > MOST_FILES) {
    throw new Stop(
      'usage',
      `${files.size} files are too many for one run; the feed names at most ${MOST_FILES}.`,
    );
  }
  return [...files].sort();
}

async function expanded(cwd: string, name: string): Promise<string[]> {
  const place = path.resolve(cwd, name);
  try {
    if (!(await stat(place)).isDirectory()) return [name];
    const entries = await readdir(place, { recursive: true });
    const reports = entries.filter((entry) => /\.(?:xml|json)(?:\.gz)?$/.test(entry));
    if (reports.length === 0) throw new Stop('unreadable', `${name}: no .xml or .json file in this folder.`);
    return reports.map((entry) => path.join(name, entry));
  } catch (error) {
    if (error instanceof Stop) throw error;
    const missing = codeOf(error) === 'ENOENT';
    throw new Stop(
      'unreadable',
      missing
        ? `${name}: there is no such file. Did pytest write its report?`
        : `${name}: ${reasonOf(error)}`,
    );
  }
}
