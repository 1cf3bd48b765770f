/**
 * Packs the command line tool into the built site as `redgreen.tgz`, an npm package that `npx` runs from its
 * address: `npx --yes https://site/redgreen.tgz feed publish …`.
 *
 *     node scripts/build-cli.ts [FILE]     (default: dist/redgreen.tgz)
 *
 * SITE_URL and BASE_PATH say where the site will live, as for the build of the pages.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { packageFiles } from './cli/package-files.ts';
import { tarball } from './cli/tar.ts';
import { command } from './setup/command.ts';
import { ROOT } from './setup/paths.mjs';
import { siteAddress } from '../src/cli/site.ts';

/** Write the package of the tool. Its folder in the archive is `package`, as npm wants it. */
export async function buildCli(target: string, env: NodeJS.ProcessEnv = process.env): Promise<void> {
  const files = await packageFiles(siteAddress(env));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, tarball(files.map((file) => ({ ...file, path: `package/${file.path}` }))));
}

if (import.meta.main) {
  await command(async ([target = join(ROOT, 'dist', 'redgreen.tgz')]) => {
    await buildCli(resolve(target));
    return 0;
  });
}
