import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { type WheelPlace, dropMachineCode, ensureBrowserWheels } from './browser-wheels.ts';
import { findPython } from './find-python.ts';
import { emptyFolder, write } from './testing/folder.ts';
import { makeWheel } from './testing/wheel.ts';

test(
  'pure wheels are taken as they are, PyYAML without its compiled part, and only once',
  { timeout: 120_000 },
  async () => {
    const wheels = emptyFolder();
    const tiny = makeWheel(wheels, { name: 'tiny', files: { 'tiny.py': '' } });
    // The same package also as a compiled wheel: the browser must get the pure one.
    const compiled = makeWheel(wheels, {
      name: 'tiny',
      tag: 'cp314-cp314-manylinux2014_x86_64',
      files: { 'tiny.so': '' },
    });
    const yaml = makeWheel(wheels, {
      name: 'pyyaml',
      tag: 'cp314-cp314-manylinux2014_x86_64',
      files: {
        'yaml/__init__.py': '',
        'yaml/_yaml.cpython-314-x86_64-linux-gnu.so': '',
        '_yaml/__init__.py': '',
      },
    });
    const place = await project(
      wheels,
      `tiny==1.0 \\\n --hash=sha256:${tiny} \\\n --hash=sha256:${compiled}\npyyaml==1.0 \\\n --hash=sha256:${yaml}\n` +
        `colorama==0.4.6 ; sys_platform == 'win32' \\\n --hash=sha256:${tiny}\n`,
    );
    await ensureBrowserWheels(place, offline(wheels));
    expect(readdirSync(place.target).sort()).toEqual([
      'pyyaml-1.0.dist-info',
      'tiny-1.0.dist-info',
      'tiny.py',
      'yaml',
    ]);
    expect(readdirSync(join(place.target, 'yaml'))).toEqual(['__init__.py']);
    await ensureBrowserWheels(place, offline(emptyFolder()));
  },
);

test('a failure leaves no half-made folder and is told in one sentence', { timeout: 120_000 }, async () => {
  const wheels = emptyFolder();
  makeWheel(wheels, { name: 'tiny', files: { 'tiny.py': '' } });
  const place = await project(wheels, `tiny==1.0 --hash=sha256:${'0'.repeat(64)}\n`);
  await expect(ensureBrowserWheels(place, offline(wheels))).rejects.toThrow(
    /^The package tiny==1\.0 is not what/,
  );
  expect(existsSync(place.target)).toBe(false);
  expect(readdirSync(join(place.target, '..')).filter((name) => name.startsWith('making-'))).toEqual([]);
});

test('compiled code of any other package stops the set-up instead of failing in the browser', () => {
  const folder = emptyFolder();
  write(folder, { 'fast/_speedups.cpython-314-x86_64-linux-gnu.so': '' });
  expect(() => {
    dropMachineCode(folder);
  }).toThrow(/_speedups.*does not run in the browser/);
});

async function project(wheels: string, text: string): Promise<WheelPlace> {
  write(wheels, { 'requirements.txt': text });
  const folder = emptyFolder();
  const python = await findPython();
  return {
    target: join(folder, 'browser'),
    stamps: join(folder, 'stamps'),
    requirements: join(wheels, 'requirements.txt'),
    pip: [...python.command, '-m', 'pip'],
  };
}

function offline(wheels: string): NodeJS.ProcessEnv {
  return { ...process.env, PIP_NO_INDEX: '1', PIP_FIND_LINKS: wheels, PIP_CONFIG_FILE: '/dev/null' };
}
