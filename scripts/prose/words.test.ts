/** The spelling check's own list of words stays what a person can read through. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { ROOT } from '../setup/paths.mjs';

const words = readFileSync(join(ROOT, 'docs', 'words.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

test('the list is sorted, in lower case, each word once, and small', () => {
  expect(words).toEqual([...new Set(words.map((word) => word.toLowerCase()))].sort());
  expect(words.length).toBeLessThan(200);
});

test('a misspelt word on a page is found, in a code span it is not looked at', () => {
  const input = 'The fixture is `udnefined` here, and recieves nothing from Pyodide.\n';
  const cspell = join(ROOT, 'node_modules', 'cspell', 'bin.mjs');
  const options = ['--config', join(ROOT, 'cspell.json'), '--no-progress', '--no-summary', '--words-only'];
  const { stdout, status } = spawnSync(
    process.execPath,
    [cspell, 'lint', ...options, 'stdin://src/content/docs/page.mdx'],
    {
      input,
      cwd: ROOT,
      encoding: 'utf8',
    },
  );
  expect({ found: stdout.trim(), status }).toEqual({ found: 'recieves', status: 1 });
});
