import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import type { BrowserEntry } from './browser-table.ts';
import { runTool } from './tool.mjs';
import { Trouble } from './trouble.mjs';

/** The files of a browser that was found, by the names of its table entry's parts: `browser`, `driver` … */
export type BrowserFiles = Readonly<Record<string, string>>;

/**
 * Looks for a browser: where the person says, then in the usual places.
 *
 * @param extra more places for the browser itself, such as Playwright's own download
 * @returns undefined where a part is missing or the browser does not start
 * @throws Trouble when a variable names a file that is not there: a wrong setting is not passed over in silence
 */
export async function findBrowser(
  entry: BrowserEntry,
  env: NodeJS.ProcessEnv,
  extra: readonly string[] = [],
): Promise<BrowserFiles | undefined> {
  const named = entry.variables.find((name) => env[name]);
  const own = named === undefined ? undefined : env[named];
  if (own !== undefined && !isProgram(own)) {
    throw new Trouble(
      `${named} says that ${entry.title} is at ${own}, but there is no program: correct it or unset it.`,
    );
  }
  const files: Record<string, string> = {};
  for (const [part, usual] of Object.entries(entry.parts)) {
    const places = part === 'browser' ? [...(own ? [own] : [...usual, ...extra])] : usual;
    const found = await firstThatStarts(
      places.flatMap((place) => onPath(place, env)),
      part === 'browser' && entry.saysVersion,
    );
    if (found === undefined) return undefined;
    files[part] = found;
  }
  return files;
}

/**
 * The first of the files that is a program. A browser must also say its version: Ubuntu's `chromium-browser` is a
 * file that only tells people to install a snap. (Windows' browsers say nothing to a console, so they are not asked.)
 */
async function firstThatStarts(paths: readonly string[], ask: boolean): Promise<string | undefined> {
  for (const path of paths.filter(isProgram)) {
    if (!ask || process.platform === 'win32') return path;
    const answer = await runTool([path, '--version']);
    if (answer.kind === 'done' && /\d+\.\d+/.test(answer.output)) return path;
  }
  return undefined;
}

function onPath(place: string, env: NodeJS.ProcessEnv): string[] {
  if (isAbsolute(place)) return [place];
  return (env.PATH ?? '').split(delimiter).map((folder) => join(folder, place));
}

/** Whether a file is there and may be started. */
export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
