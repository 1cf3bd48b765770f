/** Results of earlier runs, kept by what went into them: unchanged patterns cost nothing. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordedRun } from '../../src/patterns/recorded.ts';
import type { Host, RunJob } from './host.ts';
import { recordedRun } from './normalise.ts';

const FOLDER = '.cache/verify';

export interface CachedRun {
  readonly versions: Readonly<Record<string, string>>;
  readonly run: RecordedRun;
  readonly reads: readonly string[];
}

/** Run, or take what the same run gave before. `count` hears of every real run. */
export async function cachedRun(host: Host, job: RunJob, count: () => void): Promise<CachedRun> {
  const key = createHash('sha256').update(host.fingerprint).update(JSON.stringify(job)).digest('hex');
  const path = join(FOLDER, `${host.name}-${key}.json`);
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as CachedRun;
  count();
  const { result, reads } = await host.run(job);
  const cached = { versions: result.versions, run: recordedRun(result), reads };
  mkdirSync(FOLDER, { recursive: true });
  // Written beside and renamed: a stopped verify leaves no half file behind.
  writeFileSync(`${path}.new`, JSON.stringify(cached));
  renameSync(`${path}.new`, path);
  return cached;
}
