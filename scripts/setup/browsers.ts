import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { BROWSERS, type BrowserEntry, type BrowserName } from './browser-table.ts';
import { type BrowserFiles, findBrowser, isProgram } from './find-browser.ts';
import { type Installer, installers, isDebian } from './install-browser.ts';
import { SETUP } from './paths.mjs';
import { say } from './say.mjs';
import { Trouble } from './trouble.mjs';

/** The record of what was found: `.cache/setup/browsers.json`, read by the browser tests. */
export type BrowserRecord = Partial<Record<BrowserName, BrowserFiles>>;

const RECORD = join(SETUP, 'browsers.json');

/** What is known of the browsers on this machine. */
export function readBrowsers(path: string = RECORD): BrowserRecord {
  try {
    const record: unknown = JSON.parse(readFileSync(path, 'utf8'));
    // Our own file, written below; whether its programs are still there is checked where it is used.
    return record as BrowserRecord;
  } catch {
    return {};
  }
}

/**
 * Finds the browsers, or installs them where that can be done, and writes down where they are.
 *
 * @param ways ways to install a browser, tried in order
 * @param strict whether every browser must be there; otherwise one that may be missing costs a sentence
 * @throws Trouble with the command to type where a browser is missing and cannot be installed from here
 */
export async function ensureBrowsers(
  names: readonly BrowserName[],
  {
    env = process.env,
    record = RECORD,
    table = BROWSERS,
    ways = installers,
    // There it can be installed, and nobody reads what was left out.
    strict = Boolean(env.CI) && isDebian(),
    tell = say,
  }: {
    env?: NodeJS.ProcessEnv;
    record?: string;
    table?: Readonly<Record<BrowserName, BrowserEntry>>;
    ways?: (entry: BrowserEntry) => Promise<readonly Installer[]>;
    strict?: boolean;
    tell?: (sentence: string) => void;
  } = {},
): Promise<BrowserRecord> {
  const known = readBrowsers(record);
  const found: BrowserRecord = { ...known };
  mkdirSync(dirname(record), { recursive: true });
  for (const name of names) {
    const entry = table[name];
    if (isStillRight(known[name], entry, env)) continue;
    const files = await findOrInstall(entry, env, await ways(entry));
    if (!(files instanceof Trouble)) found[name] = files;
    else if (strict || !entry.mayBeMissing) throw files;
    else {
      // What is known of it is no longer true.
      Reflect.deleteProperty(found, name);
      tell(`${files.message} Until then its tests are skipped.`);
    }
    writeFileSync(record, `${JSON.stringify(found, null, 2)}\n`);
  }
  return found;
}

/** A record is right while its programs are there and the person has not named another one since. */
function isStillRight(files: BrowserFiles | undefined, entry: BrowserEntry, env: NodeJS.ProcessEnv): boolean {
  if (files === undefined) return false;
  const named = entry.variables.map((name) => env[name]).find(Boolean);
  if (named !== undefined && named !== files.browser) return false;
  return Object.keys(entry.parts).every((part) => isProgram(files[part] ?? ''));
}

/** @returns the browser's files, or what to tell where it is missing */
async function findOrInstall(
  entry: BrowserEntry,
  env: NodeJS.ProcessEnv,
  ways: readonly Installer[],
): Promise<BrowserFiles | Trouble> {
  const places = ways.flatMap((way) => way.places);
  const there = await findBrowser(entry, env, places);
  if (there) return there;
  let trouble = '';
  for (const way of ways.filter((each) => each.possible)) {
    const result = await way.install();
    const now = await findBrowser(entry, env, places);
    if (now) return now;
    if (result.kind === 'failed') trouble = result.output;
  }
  const commands = ways.map((way) => `"${way.command}"`).join(' or ');
  const variable = entry.variables[0] ?? 'PATH';
  return new Trouble(
    `${entry.title} was not found and could not be installed from here: type ${commands}, or set ${variable} to ` +
      'its program, then run the same command again.',
    trouble,
  );
}
