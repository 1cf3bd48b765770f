import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { ensureNpmPackages, missingPackages, npmCommand } from './npm-packages.mjs';
import { emptyFolder, write } from './testing/folder.ts';

const lock = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/other-machine': { version: '1.0.0', integrity: 'sha512-o', optional: true },
  },
};

test('nothing is missing when what is installed is what is locked', () => {
  const installed = { packages: { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } } };
  expect(missingPackages(lock, installed)).toEqual([]);
});

test.each([
  ['nothing installed', undefined],
  ['another version', { packages: { 'node_modules/a': { version: '1.0.1', integrity: 'sha512-b' } } }],
  [
    'the same version from another file',
    { packages: { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-b' } } },
  ],
])('%s is noticed', (_, installed) => {
  expect(missingPackages(lock, installed)).toEqual(['node_modules/a']);
});

test('the npm that started us is taken', () => {
  const folder = emptyFolder();
  write(folder, { 'npm-cli.js': '' });
  const script = join(folder, 'npm-cli.js');
  expect(npmCommand({ npm_execpath: script }, '/usr/bin/node')).toEqual(['/usr/bin/node', script]);
});

test('without one beside Node, npm is looked for on PATH', () => {
  expect(npmCommand({}, join(emptyFolder(), 'bin', 'node'), 'linux')).toEqual(['npm']);
  expect(npmCommand({}, join(emptyFolder(), 'bin', 'node'), 'win32')).toEqual(['npm.cmd']);
});

test('a machine without npm is told what to install', async () => {
  const folder = project('sha512-x');
  await expect(ensureNpmPackages(folder, { PATH: emptyFolder() }, ['npm'])).rejects.toThrow(
    /npm was not found: install Node/,
  );
});

test('a lock file that is not there is told with its cure', async () => {
  await expect(ensureNpmPackages(emptyFolder())).rejects.toThrow(/git checkout package-lock.json/);
});

test('a registry that cannot be reached is told as the network', { timeout: 60_000 }, async () => {
  const folder = project('sha512-x', { resolved: 'http://127.0.0.1:9/tiny.tgz' });
  await expect(ensureNpmPackages(folder, environment(folder), npm())).rejects.toThrow(
    /network could not be reached/,
  );
});

test('a package with a wrong hash is refused in one sentence', { timeout: 60_000 }, async () => {
  const folder = project(`sha512-${'A'.repeat(86)}==`, { resolved: 'file:tiny.tgz' });
  await expect(ensureNpmPackages(folder, environment(folder), npm())).rejects.toThrow(/hash is different/);
  expect(existsSync(join(folder, 'node_modules', 'tiny', 'package.json'))).toBe(false);
});

function npm(): string[] {
  return npmCommand({ npm_execpath: process.env.npm_execpath }, process.execPath);
}

/** A cache of its own and no second tries: what is asked for here must fail at once. */
function environment(folder: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    npm_config_cache: join(folder, 'cache'),
    npm_config_fetch_retries: '0',
    npm_config_registry: 'http://127.0.0.1:9/',
  };
}

/** A project that wants one package, from an archive that lies beside it. */
function project(integrity: string, { resolved = 'file:tiny.tgz' } = {}): string {
  const folder = emptyFolder();
  const tiny = { version: '1.0.0', resolved, integrity };
  write(folder, {
    'package.json': JSON.stringify({ name: 'p', version: '1.0.0', dependencies: { tiny: resolved } }),
    'package-lock.json': JSON.stringify({
      name: 'p',
      version: '1.0.0',
      lockfileVersion: 3,
      requires: true,
      packages: {
        '': { name: 'p', version: '1.0.0', dependencies: { tiny: resolved } },
        'node_modules/tiny': tiny,
      },
    }),
    'tiny.tgz': gzipSync('not the package that was locked'),
  });
  return folder;
}
