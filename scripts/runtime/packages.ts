/** Packs the Python packages that examples may import into one archive. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

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

/** The browser's packages and our own runner, by path in the zip. */
export function packageFiles(packagesFolder: string, runnerFolder: string): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const path of filesBelow(packagesFolder)) {
    if (LEFT_OUT.some((pattern) => pattern.test(path))) continue;
    files.set(path, new Uint8Array(readFileSync(join(packagesFolder, path))));
  }
  for (const path of filesBelow(runnerFolder)) {
    if (!path.endsWith('.py') || /(^|\/)test_/.test(path)) continue;
    files.set(`redgreen_runner/${path}`, new Uint8Array(readFileSync(join(runnerFolder, path))));
  }
  return files;
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
