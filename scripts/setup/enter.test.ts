import { execFile } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { ROOT } from './paths.mjs';

const run = promisify(execFile);
const DOOR = join(ROOT, 'scripts', 'enter.mjs');

test.each([['nonsense'], ['../evil'], ['']])(
  '%j is no command: one sentence, exit code 1, no stack',
  async (name) => {
    const failure = run(process.execPath, [DOOR, name]);
    await expect(failure).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^\nThere is no command .*\n$/) as string,
    });
  },
);

test('a command gets its arguments, and its exit code comes back', async () => {
  const failure = run(process.execPath, [DOOR, 'test', 'no-such-stage']);
  await expect(failure).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/There is no stage "no-such-stage": choose from runtime, lint/) as string,
  });
});
