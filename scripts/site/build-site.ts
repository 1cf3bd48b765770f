import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { writeLicences } from '../licences/write-licences.ts';
import { CACHE, ROOT } from '../setup/paths.mjs';
import { during, say } from '../setup/say.mjs';
import { runTool } from '../setup/tool.mjs';
import { Trouble, lastLines } from '../setup/trouble.mjs';
import { layAside, putBack } from './published-feed.ts';

export const SITE = join(ROOT, 'dist');
const ASIDE = join(CACHE, 'published');

/**
 * Builds the whole site into dist/: what the sandbox runs on, licences, pages, the command-line tool. SITE_URL and
 * BASE_PATH say where it will live. A feed that was published into the old build is kept.
 *
 * @throws Trouble that names the step that failed
 */
export async function buildSite(): Promise<void> {
  await during('Packing Python, pytest and Celery for the browser', buildRuntime);
  writeLicences();
  layAside(SITE, ASIDE);
  const astro = join(ROOT, 'node_modules', 'astro', 'bin', 'astro.mjs');
  await during('Building the pages', () => runStep('astro build', [astro, 'build', '--outDir', 'dist']));
  const kept = putBack(ASIDE, SITE);
  if (kept !== undefined) say(`Kept the published feed (number ${kept}): it is further on than the sources.`);
  const tool = join(ROOT, 'scripts', 'build-cli.ts');
  if (existsSync(tool)) await during('Packing the command-line tool', () => runStep('build-cli.ts', [tool]));
}

async function buildRuntime(): Promise<void> {
  const path = join(ROOT, 'scripts', 'runtime', 'build-runtime.ts');
  if (!existsSync(path))
    throw new Trouble(`${path} is missing: get it back with "git checkout scripts/runtime".`);
  const module: unknown = await import(pathToFileURL(path).href);
  if (!hasBuildRuntime(module)) throw new Trouble(`${path} does not export buildRuntime.`);
  await module.buildRuntime();
}

function hasBuildRuntime(module: unknown): module is { buildRuntime(): Promise<void> } {
  return (
    typeof module === 'object' && module !== null && typeof Reflect.get(module, 'buildRuntime') === 'function'
  );
}

async function runStep(name: string, script: readonly string[]): Promise<void> {
  const result = await runTool([process.execPath, ...script], { cwd: ROOT });
  if (result.kind === 'done') return;
  const output = result.kind === 'failed' ? result.output : '';
  throw new Trouble(`${name} failed; what it said is above.`, lastLines(output, 60));
}
