import { expect, test } from 'vitest';
import { pinned } from './playground-data.ts';

test('exact versions are taken, remarks and loose ones are not', () => {
  expect(pinned('# why\npytest==9.2.0\npytest-asyncio==1.5.0\n\ntzdata\nx>=1\n')).toEqual({
    pytest: '9.2.0',
    'pytest-asyncio': '1.5.0',
  });
});
