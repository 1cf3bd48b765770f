import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './paths.mjs';
import { readRequirements, wantedInBrowser } from './requirements.ts';

const text = `# made by a tool
amqp==5.4.2 \\
    --hash=sha256:aa \\
    --hash=sha256:bb
    # via kombu
colorama==0.4.6 ; sys_platform == 'win32' \\
    --hash=sha256:cc
PyYAML==6.0.4 \\
    --hash=sha256:dd
`;

test('each package keeps its hashes', () => {
  const entries = readRequirements(text);
  expect(entries.map(({ name, marker }) => [name, marker])).toEqual([
    ['amqp', undefined],
    ['colorama', "sys_platform == 'win32'"],
    ['pyyaml', undefined],
  ]);
  expect(entries[0]?.text).toBe('amqp==5.4.2 \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb');
});

test('hashes may stand on the same line', () => {
  expect(readRequirements("six==1.17.0 ; os_name == 'nt' --hash=sha256:aa")).toMatchObject([
    { name: 'six', marker: "os_name == 'nt'" },
  ]);
});

test('an entry without an exact version is no package less, but an error', () => {
  expect(() => readRequirements('six>=1.0 --hash=sha256:aa')).toThrow(/not: six>=1\.0/);
  expect(readRequirements('\n# nothing\n')).toEqual([]);
});

test.each([
  [undefined, true],
  ["sys_platform == 'win32'", false],
  ["sys_platform != 'win32'", true],
  ["platform_python_implementation != 'PyPy'", true],
  ["sys_platform == 'emscripten'", true],
])('the marker %j holds in the browser: %s', (marker, answer) => {
  expect(wantedInBrowser({ name: 'x', marker, text: '' })).toBe(answer);
});

test('a marker that is not understood is no silent guess', () => {
  const entry = { name: 'x', marker: "python_version < '3.12' and os_name == 'nt'", text: '' };
  expect(() => wantedInBrowser(entry)).toThrow(/requirements\.txt: x: cannot tell/);
});

test('our own file is read whole: all of its packages, all but those for Windows in the browser', () => {
  const file = readFileSync(join(ROOT, 'python', 'requirements.txt'), 'utf8');
  const entries = readRequirements(file);
  expect(entries).toHaveLength(file.match(/^\S+==/gm)?.length ?? 0);
  expect(entries.every((entry) => entry.text.includes('--hash=sha256:'))).toBe(true);
  expect(entries.filter((entry) => !wantedInBrowser(entry)).map(({ name }) => name)).toEqual(['colorama']);
});
