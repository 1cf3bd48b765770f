import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../setup/paths.mjs';
import { emptyFolder, write } from '../setup/testing/folder.ts';
import { type Notice, renderNotices } from './notice.ts';
import { SHIPPED } from './shipped.ts';
import { importedPackages, unlistedPackages } from './unlisted.ts';
import { licenceName, wheelNotices } from './wheels.ts';
import { assertTexts, packageNotice } from './write-licences.ts';

test('imports are found in all their forms; types, own files and built-in modules are none', () => {
  const source = `
import a from 'one';
import { b,
  c } from "@scope/two/deep";
import 'three/style.css';
export { d } from 'four';
const e = await import('five/part');
import font from '@font/six/files/x.woff2?url';
import type { T } from 'types-only';
import { x } from './own.ts';
import fs from 'node:fs';
import { y } from 'astro:content';
`;
  expect(importedPackages(source).sort()).toEqual([
    '@font/six',
    '@scope/two',
    'five',
    'four',
    'one',
    'three',
  ]);
});

test('a package that nobody has placed is named with the file that imports it', () => {
  const folder = emptyFolder();
  write(folder, {
    'a.ts': "import 'leftpad';",
    'a.test.ts': "import 'vitest';",
    'cli/main.ts': "import 'only-on-the-command-line';",
    'b.astro': "---\nimport { safeParse } from 'valibot';\n---\n",
  });
  expect(unlistedPackages(folder)).toEqual([`${join(folder, 'a.ts')} imports leftpad`]);
});

test('every package that our own site sends is placed and has its texts', () => {
  expect(unlistedPackages(join(ROOT, 'src'))).toEqual([]);
  const notices = SHIPPED.map((entry) => packageNotice(entry, ROOT));
  expect(() => {
    assertTexts(notices);
  }).not.toThrow();
  const pyodide = notices.find(({ name }) => name === 'pyodide');
  expect(pyodide?.texts.join()).toMatch(
    /Mozilla Public License Version 2\.0[^]*PYTHON SOFTWARE FOUNDATION LICENSE[^]*zlib/,
  );
});

test('a wheel tells its licence, its files and where its source is', () => {
  const folder = emptyFolder();
  write(folder, {
    'tiny-1.0.dist-info/METADATA': 'Name: tiny\nVersion: 1.0\nLicense-Expression: MPL-2.0\n\nText',
    'tiny-1.0.dist-info/licenses/LICENSE.txt': 'the text',
    'tiny-1.0.dist-info/licenses/deep/NOTICE': 'the notice',
    'tiny-1.0.dist-info/RECORD': '',
    'tiny/LICENSE': 'not in the metadata',
  });
  expect(wheelNotices(folder)).toEqual([
    {
      name: 'tiny',
      version: '1.0',
      licence: 'MPL-2.0',
      source: 'https://pypi.org/project/tiny/1.0/#files',
      note: undefined,
      texts: ['the notice', 'the text'],
    },
  ]);
});

test.each([
  ['License-Expression: MIT\nLicense: old', 'MIT'],
  ['License: BSD-3-Clause', 'BSD-3-Clause'],
  ['License: UNKNOWN\nClassifier: License :: OSI Approved :: MIT License', 'MIT License'],
  ['Name: x', 'see the text'],
])('the licence of %j is %s', (metadata, name) => {
  expect(licenceName(metadata)).toBe(name);
});

test('a package without a licence text stops the build with one sentence', () => {
  expect(() => {
    assertTexts([notice('good', ['text']), notice('bare', []), notice('blank', [' '])]);
  }).toThrow(/^bare 1\.0, blank 1\.0 would be sent to readers without a licence text/);
});

test('a text that a package names but does not carry counts as missing', () => {
  const root = emptyFolder();
  write(root, { 'node_modules/tiny/package.json': '{"name":"tiny","version":"1.0.0","license":"MIT"}' });
  expect(packageNotice({ name: 'tiny', texts: ['LICENSE'] }, root).texts).toEqual([]);
});

test('packages that share a text word for word stand over it together', () => {
  const page = renderNotices([
    notice('one', ['shared']),
    notice('two', ['own']),
    notice('three', ['shared']),
  ]);
  expect(page.match(/shared/g)).toHaveLength(1);
  expect(page).toMatch(/one 1\.0\nLicence: MIT\nSource: https:\/\/x\nthree 1\.0/);
});

function notice(name: string, texts: string[]): Notice {
  return { name, version: '1.0', licence: 'MIT', source: 'https://x', note: undefined, texts };
}
