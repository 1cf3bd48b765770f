import { expect, test } from 'vitest';
import { readAddress } from './address.ts';

test('the address has a default, and PORT and BASE_PATH change it', () => {
  expect(readAddress({})).toEqual({ port: 4321, basePath: '/' });
  expect(readAddress({ PORT: '5000', BASE_PATH: 'redgreen' })).toEqual({
    port: 5000,
    basePath: '/redgreen/',
  });
});

test.each(['abc', '-1', '70000', '43.5'])('PORT=%s is told in words', (PORT) => {
  expect(() => readAddress({ PORT })).toThrow(`PORT is "${PORT}", which is no port`);
});
