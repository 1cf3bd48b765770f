import { existsSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import process from 'node:process';
import { ROOT, SETUP } from '../setup/paths.mjs';
import { keyOf, once } from '../setup/stamp.ts';
import { SITE, buildSite } from './build-site.ts';

/** All that a built site is made of. What the build itself makes is left out. */
const SOURCES = [
  'src',
  'public',
  'published',
  'docs/publish',
  'python',
  'scripts',
  'astro.config.mjs',
  'package-lock.json',
  'tsconfig.json',
];
const MADE =
  /^(src\/generated|public\/runtime)(\/|$)|^public\/(licences\.txt|service-worker\.js)$|__pycache__|_cache(\/|$)/;
/** What the person says about where the site will live. */
const SETTINGS = /^(SITE_URL|BASE_PATH|PUBLIC_\w+)$/;

/** Builds the site unless it was built from just these sources and settings. @returns whether it built */
export async function buildIfChanged(env: NodeJS.ProcessEnv = process.env): Promise<boolean> {
  return once(SETUP, 'build', buildKey(ROOT, env), () => existsSync(join(SITE, '404.html')), buildSite);
}

/** Builds the site in any case, and remembers from what. */
export async function buildAnew(env: NodeJS.ProcessEnv = process.env): Promise<void> {
  rmSync(join(SETUP, 'build.stamp'), { force: true });
  await buildIfChanged(env);
}

/** A hash of the sources' contents and the settings. */
export function buildKey(root: string, env: NodeJS.ProcessEnv): string {
  const files = SOURCES.flatMap((name) => filesOf(root, join(root, name)));
  const settings = Object.entries(env)
    .filter(([name]) => SETTINGS.test(name))
    .map(([name, value]) => `${name}=${value ?? ''}`)
    .sort();
  return keyOf(
    ...settings,
    ...files.sort().flatMap((path) => [path, readFileSync(join(root, path), 'latin1')]),
  );
}

function filesOf(root: string, path: string): string[] {
  const name = relative(root, path).replaceAll('\\', '/');
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined || MADE.test(name)) return [];
  if (!stats.isDirectory()) return [name];
  return readdirSync(path).flatMap((entry) => filesOf(root, join(path, entry)));
}
