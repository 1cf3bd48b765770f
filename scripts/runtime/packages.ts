/** Packs the Python packages that examples may import into one zip. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync, type Zippable } from 'fflate';

/**
 * Left out: what no example imports. Command-line tools, compiled parts, and back ends for brokers
 * and databases that a browser cannot reach. Paths are from the folder of packages.
 */
const LEFT_OUT: readonly RegExp[] = [
  /(^|\/)__pycache__\//,
  /^bin\//,
  /\.(so|pyd|exe|pth)$/,
  /^(prompt_toolkit|wcwidth|click_repl|click_plugins|click_didyoumean)(\/|-)/,
  /^click_plugins\.py$/,
  /^celery\/bin\//,
  /^celery\/backends\/(?!__init__|base|cache|rpc|database\/__init__|filesystem)/,
  /^kombu\/transport\/(?!__init__|base|memory|virtual|native_delayed_delivery)/,
  /^pygments\/(lexers\/(?!__init__|_mapping|python|special|diff)|styles\/(?!__init__|_mapping|default))/,
  /^tzdata\/zoneinfo\/(?!__init__|UTC$|Etc\/(__init__|UTC)|tzdata\.zi$|zone\.tab$|iso3166\.tab$|zones$|Europe\/(__init__|London|Berlin|Vienna|Paris)$|America\/(__init__|New_York|Los_Angeles)$)/,
  /^coverage\/htmlfiles\//,
  /\.dist-info\/(?!METADATA$|entry_points\.txt$|top_level\.txt$)/,
  /\.(pyi|c|h|pyx|pxd)$/,
  /(^|\/)py\.typed$/,
  /^_pytest\/.*test_/,
];

export interface PackagedFiles {
  /** The zip, its entries stored uncompressed: it is compressed as a whole on its way. */
  readonly zip: Uint8Array;
  readonly fileCount: number;
}

/** Zip the browser's packages and our own runner. */
export function packPackages(packagesFolder: string, runnerFolder: string): PackagedFiles {
  const entries: Zippable = {};
  for (const path of filesBelow(packagesFolder)) {
    if (LEFT_OUT.some((pattern) => pattern.test(path))) continue;
    entries[path] = stored(join(packagesFolder, path));
  }
  for (const path of filesBelow(runnerFolder)) {
    if (!path.endsWith('.py') || /(^|\/)test_/.test(path)) continue;
    entries[`redgreen_runner/${path}`] = stored(join(runnerFolder, path));
  }
  return { zip: zipSync(entries), fileCount: Object.keys(entries).length };
}

/** A fixed time: the same files must give the same bytes, and so the same name. */
const FIXED_TIME = new Date(2026, 0, 1);

function stored(path: string): Zippable[string] {
  return [new Uint8Array(readFileSync(path)), { level: 0, mtime: FIXED_TIME }];
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}
