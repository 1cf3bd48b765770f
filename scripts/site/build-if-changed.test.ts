import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder, write } from '../setup/testing/folder.ts';
import { buildKey } from './build-if-changed.ts';

const files = { 'src/pages/a.astro': 'a', 'public/icon.svg': 'i', 'package-lock.json': '{}' };
/** Pages show these as they are. */
const ready = 'docs/publish/gitlab-ci.yml';

test('the site is built anew when a source changes, comes or goes, or a setting does', () => {
  const root = emptyFolder();
  write(root, files);
  const keys = [buildKey(root, {})];
  write(root, { 'src/pages/a.astro': 'b' });
  keys.push(buildKey(root, {}));
  write(root, { 'src/pages/c.astro': '' });
  keys.push(buildKey(root, {}));
  write(root, { [ready]: 'test-roadmap:' });
  keys.push(buildKey(root, {}));
  rmSync(join(root, 'public', 'icon.svg'));
  keys.push(
    buildKey(root, {}),
    buildKey(root, { BASE_PATH: '/redgreen/' }),
    buildKey(root, { PUBLIC_FEED_URL: 'x' }),
  );
  expect(new Set(keys).size).toBe(keys.length);
});

test('what the build makes itself, and settings of others, change nothing', () => {
  const root = emptyFolder();
  write(root, files);
  const before = buildKey(root, {});
  write(root, {
    'public/runtime/worker.gz': '',
    'public/licences.txt': '',
    'src/generated/runtime.json': '',
    'src/app/__pycache__/x.pyc': '',
    'src/.pytest_cache/x': '',
    'node_modules/x/index.js': '',
  });
  expect(buildKey(root, { HOME: '/somewhere' })).toBe(before);
});
