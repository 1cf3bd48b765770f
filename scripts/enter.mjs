#!/usr/bin/env node
// @ts-check
// The door to every command: `node scripts/enter.mjs start` runs scripts/start.ts. What is imported here runs on
// the machine's own Node (20 or newer) before anything is installed, so it is plain JavaScript without dependencies.
import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { beQuiet } from './setup/environment.mjs';
import { ensureNpmPackages } from './setup/npm-packages.mjs';
import { ROOT } from './setup/paths.mjs';
import { rightNode } from './setup/right-node.mjs';
import { Trouble, inWords } from './setup/trouble.mjs';

/** @param {string[]} argv the command's name and its arguments */
async function enter([name = '', ...args]) {
  const script = join(ROOT, 'scripts', `${name}.ts`);
  if (!/^[a-z-]+$/.test(name) || !existsSync(script)) {
    throw new Trouble(`There is no command "${name}": "npm run" lists the commands.`);
  }
  if (Number(process.versions.node.split('.')[0]) < 20) {
    throw new Trouble(
      `Node ${process.version} is too old even for the set-up: install Node.js 20 or newer and run the same command again.`,
    );
  }
  beQuiet();
  await ensureNpmPackages(ROOT);
  return runOn(await rightNode(ROOT), script, args);
}

/**
 * @param {string} node
 * @param {string} script
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
function runOn(node, script, args) {
  process.env['PATH'] = [join(ROOT, 'node_modules', '.bin'), process.env['PATH']].join(delimiter);
  const child = spawn(realpathSync(node), ['--disable-warning=ExperimentalWarning', script, ...args], {
    stdio: 'inherit',
  });
  // Ctrl-C reaches the child by itself (one terminal, one group); we only wait for its end.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      // A run that somebody ended must not look like one that finished.
      if (signal !== null) process.stderr.write(`\nEnded by ${signal} before it was done.\n`);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 1));
    });
  });
}

try {
  process.exitCode = await enter(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`\n${inWords(error)}\n`);
  process.exitCode = 1;
}
