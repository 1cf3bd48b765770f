// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { during } from './say.mjs';
import { runTool } from './tool.mjs';
import { Trouble, explain } from './trouble.mjs';

/**
 * The part of a lock file that is read here: npm's own format, version 3.
 *
 * @typedef {{ packages?: Record<string, { version?: string, integrity?: string, optional?: boolean }> }} Lock
 */

/** Against NODE_ENV=production or a person's own `omit` setting, which would leave out what we build with. */
const EVERYTHING = ['--include=dev', '--include=optional'];

/**
 * Names what the lock file wants and node_modules lacks. npm keeps a lock file of what it installed in
 * node_modules; holding the two against each other is right also after an `npm ci` or `npm install` by hand,
 * which a stamp of our own would not see. Optional packages are those of other machines: Node itself, the one
 * that matters here, is looked after by right-node.mjs.
 *
 * @param {Lock} wanted package-lock.json
 * @param {Lock | undefined} installed node_modules/.package-lock.json
 * @returns {string[]}
 */
export function missingPackages(wanted, installed) {
  return Object.entries(wanted.packages ?? {})
    .filter(([path, entry]) => {
      if (path === '') return false;
      const there = installed?.packages?.[path];
      if (!there) return entry.optional !== true;
      return there.version !== entry.version || there.integrity !== entry.integrity;
    })
    .map(([path]) => path);
}

/**
 * Where npm is, as a command to start: the npm that started us, the one beside this Node, or the one on PATH.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {string} node the running Node
 * @param {NodeJS.Platform} platform
 * @returns {string[]}
 */
export function npmCommand(env, node = process.execPath, platform = process.platform) {
  const home = dirname(node);
  const script = [
    env['npm_execpath'],
    join(home, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(home, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ].find((path) => path?.endsWith('npm-cli.js') && existsSync(path));
  if (script) return [node, script];
  return [platform === 'win32' ? 'npm.cmd' : 'npm'];
}

/**
 * Installs what package-lock.json names, unless it is there. Needs the network only then.
 *
 * @param {string} root the project's folder
 * @param {NodeJS.ProcessEnv} env
 * @param {string[]} npm how to start npm
 */
export async function ensureNpmPackages(root, env = process.env, npm = npmCommand(env)) {
  const wanted = readLock(join(root, 'package-lock.json'));
  if (!wanted)
    throw new Trouble(
      'package-lock.json is missing or broken: get it back with "git checkout package-lock.json".',
    );
  const installed = readLock(join(root, 'node_modules', '.package-lock.json'));
  if (installed && missingPackages(wanted, installed).length === 0) return;

  // `npm ci` empties node_modules first. Windows keeps a running program's file, and that may be our own Node.
  const verb = process.platform === 'win32' && process.execPath.startsWith(root) ? 'install' : 'ci';
  const count = Object.values(wanted.packages ?? {}).filter((entry) => entry.optional !== true).length;
  const result = await during(
    `Installing ${count} npm packages as package-lock.json pins them (from the npm registry, about 270 MB to download)`,
    () =>
      runTool([...npm, verb, ...EVERYTHING, '--no-audit', '--no-fund', '--loglevel=error'], {
        cwd: root,
        env,
      }),
  );
  if (result.kind === 'missing') {
    throw new Trouble(
      'npm was not found: install Node.js 20 or newer together with npm, then run the same command again.',
    );
  }
  if (result.kind === 'failed') throw new Trouble(explain('npm', result.output, root), result.output);
}

/**
 * @param {string} path
 * @returns {Lock | undefined}
 */
function readLock(path) {
  try {
    return /** @type {Lock} */ (JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return undefined; // Not there, or half written by an install that was cut off: both mean "install".
  }
}
