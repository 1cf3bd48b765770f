import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildCli } from '../build-cli.ts';
import { packageFiles, packagesIn } from './package-files.ts';
import { serve } from './testing/served.ts';

const exec = promisify(execFile);
const made = join(import.meta.dirname, '../../src/reports/fixtures/made');
const env = { SITE_URL: 'https://handbook.example', BASE_PATH: '/redgreen/' };

let folder = '';
let tgz = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'redgreen-cli-'));
  tgz = join(folder, 'redgreen.tgz');
  await buildCli(tgz, env);
}, 60_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** npm without a registry: nothing but the archive may be needed. */
const npm = (...args: string[]): Promise<{ stdout: string }> =>
  exec('npm', args, {
    cwd: folder,
    env: {
      ...process.env,
      npm_config_registry: 'http://127.0.0.1:9/',
      npm_config_fetch_retries: '0',
      npm_config_audit: 'false',
      npm_config_fund: 'false',
      npm_config_update_notifier: 'false',
      npm_config_cache: join(folder, 'cache'),
    },
  });

describe('redgreen.tgz', () => {
  it('is small, and the same bytes each time', async () => {
    const again = join(folder, 'again.tgz');
    await buildCli(again, env);
    expect(readFileSync(again).equals(readFileSync(tgz))).toBe(true);
    expect(statSync(tgz).size).toBeLessThan(200_000);
  }, 60_000);

  it('runs with npx from its address, and nothing else is asked for', async () => {
    const { url, close } = await serve(tgz);
    try {
      expect((await npm('exec', '--yes', '--', url, '--help')).stdout).toContain('feed publish');
    } finally {
      close();
    }
  }, 120_000);

  it('runs with npx from the file alone', async () => {
    cpSync(join(made, 'truth.xunit2.xml'), join(folder, 'report.xml'));
    const redgreen = (...args: string[]): Promise<{ stdout: string }> =>
      npm('exec', '--yes', `--package=${tgz}`, '--', 'redgreen', ...args);
    expect((await redgreen('--help')).stdout).toContain('feed publish');
    const published = await redgreen('feed', 'publish', '--init', '--collected', '5', 'report.xml');
    expect(published.stdout).toContain('Baseline: 3 of 5 tests fail or break');
    expect((await redgreen('feed', 'verify')).stdout).toContain('Sound: 1 runs, 2 items.');
    expect((await redgreen('feed', 'hook')).stdout).toContain('pytest_collection_finish');
    const feed = JSON.parse(readFileSync(join(folder, 'published/feed.json'), 'utf8')) as {
      home_page_url: string;
    };
    // The address of the site that ships it is in it.
    expect(feed.home_page_url).toBe('https://handbook.example/redgreen/roadmap/');
  }, 120_000);

  it('installs as a command', async () => {
    await npm('install', '--prefix', join(folder, 'installed'), tgz);
    const { stdout } = await exec(join(folder, 'installed/node_modules/.bin/redgreen'), ['--help']);
    expect(stdout).toContain('redgreen COMMAND');
  }, 120_000);

  it('ends with the exit codes that it documents', async () => {
    const program = join(folder, 'installed/node_modules/redgreen/redgreen.mjs');
    const code = async (...args: string[]): Promise<number> => {
      try {
        await exec(process.execPath, [program, ...args], { cwd: folder });
        return 0;
      } catch (error) {
        return (error as { code: number }).code;
      }
    };
    expect(await code('feed', 'publish', '--nonsense')).toBe(1);
    expect(await code('feed', 'publish', 'nothing.xml')).toBe(2);
    expect(await code('feed', 'verify', 'http://127.0.0.1:9/')).toBe(3);
    expect(await code('feed', 'publish', '--feed', 'elsewhere', 'report.xml')).toBe(4);
  }, 60_000);
});

describe('what is in it', () => {
  it('has a licence for each package, and needs none at run time', async () => {
    const files = new Map(
      (await packageFiles('https://handbook.example/')).map(({ path, text }) => [path, text]),
    );
    const manifest = JSON.parse(files.get('package.json') ?? '') as Record<string, unknown>;
    expect(manifest).not.toHaveProperty('dependencies');
    const licences = files.get('THIRD-PARTY-LICENCES.txt') ?? '';
    for (const name of ['saxes', 'valibot', 'xmlchars'])
      expect(licences).toMatch(new RegExp(`^${name} \\d`, 'm'));
    expect(files.get('redgreen.mjs')).toMatch(/^#!\/usr\/bin\/env node\n/);
  }, 60_000);

  it('packages are told by their folders', () => {
    const inputs = {
      'src/a.ts': {},
      'node_modules/x/i.js': {},
      'node_modules/@s/y/i.js': {},
      'node_modules/x/j.js': {},
    };
    expect(packagesIn({ inputs } as unknown as Parameters<typeof packagesIn>[0])).toEqual(['@s/y', 'x']);
  });
});
