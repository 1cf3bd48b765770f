import process from 'node:process';
import { expect, test } from 'vitest';
import { runTool } from './tool.mjs';

const node = (script: string): string[] => [process.execPath, '-e', script];

test('what a tool prints is kept, both ways together and its answer alone', async () => {
  const heard: string[] = [];
  const result = await runTool(node('console.log("answer"); console.error("chatter")'), {
    onText: (text) => heard.push(text),
  });
  expect(result).toMatchObject({ kind: 'done', stdout: 'answer\n' });
  expect(heard.sort()).toEqual(['answer\n', 'chatter\n']);
});

test('a tool that fails is told with its exit code and all that it said', async () => {
  const result = await runTool(node('console.error("why"); process.exit(7)'));
  expect(result).toEqual({ kind: 'failed', code: 7, output: 'why\n', stdout: '' });
});

test('a tool that is not there is no crash', async () => {
  expect(await runTool(['no-such-program-anywhere'])).toEqual({
    kind: 'missing',
    command: 'no-such-program-anywhere',
  });
});

test('a tool gets the environment and folder that it is given, and nothing to read', async () => {
  const script = 'console.log(process.env.WORD, process.cwd(), require("fs").readFileSync(0, "utf8").length)';
  const result = await runTool(node(script), { env: { WORD: 'hello' }, cwd: '/' });
  expect(result).toMatchObject({ kind: 'done', stdout: 'hello / 0\n' });
});
