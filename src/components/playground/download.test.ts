import { expect, test } from 'vitest';
import { folderName } from './download.ts';

test.each([
  ['My files', 'redgreen-my-files'],
  ['CEL001, wrong-mock (2)', 'redgreen-cel001-wrong-mock-2'],
  ['…', 'redgreen-files'],
])('%s is in the folder %s', (title, folder) => {
  expect(folderName(title)).toBe(folder);
});
