import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { first, folder, junit, redgreen, site } from './testing.ts';

let cwd: string;
beforeEach(async () => {
  cwd = await folder();
  await junit(path.join(cwd, 'report.xml'), first);
});

describe('redgreen', () => {
  it('says what it can do, and what each command can', async () => {
    expect(await redgreen(cwd, [])).toMatchObject({
      code: 0,
      out: expect.stringContaining('feed publish') as string,
    });
    for (const name of ['publish', 'verify', 'retire', 'phase', 'hook']) {
      const { code, out } = await redgreen(cwd, ['feed', name, '--help']);
      expect(code).toBe(0);
      expect(out).toContain(`redgreen feed ${name}`);
    }
  });

  it.each([
    [['frobnicate'], /no command “frobnicate”/],
    [['feed', 'publish'], /Which reports/],
    [
      ['feed', 'publish', '--colected', '3', 'report.xml'],
      /Unknown option '--colected'.* See: redgreen feed publish --help/,
    ],
    [['feed', 'publish', '--collected', 'many', 'report.xml'], /--collected needs a number/],
    [['feed', 'publish', '--force', 'report.xml'], /--reason is needed/],
    [['feed', 'publish', '--at', 'yesterday', ...site, 'report.xml'], /--at needs a time with a zone/],
    [['feed', 'publish', '--init', '--site', 'nonsense', 'report.xml'], /--site needs an address/],
    [['feed', 'phase', '2A', '--status', 'finished', '--note', 'x'], /--status is one of planned, active/],
    [['feed', 'phase', '2A', '--status', 'done'], /--note is needed/],
    [['feed', 'retire', '--reason', 'x'], /Which tests/],
  ])('%j: usage, exit code 1', async (args, message) => {
    const { code, err, out } = await redgreen(cwd, args);
    expect(err).toMatch(message);
    expect({ code, out }).toEqual({ code: 1, out: '' });
  });

  it('prints the pytest plugin as it is in the repository', async () => {
    const { code, out } = await redgreen(cwd, ['feed', 'hook']);
    expect(code).toBe(0);
    const file = path.join(import.meta.dirname, '../../docs/publish/redgreen_collect.py');
    expect(`${out}\n`).toBe(await readFile(file, 'utf8'));
  });
});
