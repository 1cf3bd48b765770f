import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readLink, writeLink, type LinkContent } from './links.ts';

const CONTENT: LinkContent = {
  files: [
    { path: 'tests/test_a.py', text: 'def test_a():\n    assert "naïve 🐍"\n' },
    { path: 'pytest.ini', text: '[pytest]\n' },
  ],
  arguments: "-x -k 'one or two'",
  withBackend: false,
};

async function hashOf(content: LinkContent): Promise<string> {
  const link = await writeLink(content);
  if (link.kind === 'refused') throw new Error(link.words);
  return link.hash;
}

function forged(payload: unknown): string {
  return `#files~e1.${deflateSync(JSON.stringify(payload)).toString('base64url')}`;
}

test.each([true, false])('files, arguments and the backend (%s) come back, in order', async (withBackend) => {
  const content = { ...CONTENT, withBackend };
  const hash = await hashOf(content);
  expect(hash).toMatch(withBackend ? /^#with-app~e1\.[\w-]+$/ : /^#files~e1\.[\w-]+$/);
  expect(await readLink(hash)).toMatchObject({ kind: 'files', content });
});

test('the same files have the same fingerprint, others another', async () => {
  const print = async (content: LinkContent): Promise<unknown> => {
    const reading = await readLink(await hashOf(content));
    return reading.kind === 'files' ? reading.fingerprint : undefined;
  };
  expect(await print(CONTENT)).toBe(await print({ ...CONTENT }));
  expect(await print(CONTENT)).not.toBe(await print({ ...CONTENT, withBackend: true }));
});

test.each(['', '#', '#_top', '#files'])('%j is an ordinary address', async (hash) => {
  expect(await readLink(hash)).toEqual({ kind: 'none' });
});

test('a link that was cut anywhere is refused in words', async () => {
  const hash = await hashOf(CONTENT);
  for (let length = '#files~e1.'.length; length < hash.length; length += 7) {
    const reading = await readLink(hash.slice(0, length));
    expect(reading.kind === 'refused' && reading.words).toMatch(/damaged.*Your own files are shown instead/);
  }
});

test.each([
  ['a path that leads out', { c: 'playground', f: [['../a.py', '']] }, '../a.py'],
  [
    'two names for one file',
    {
      c: 'playground',
      f: [
        ['a.py', ''],
        ['A.py', ''],
      ],
    },
    'differ only in capitals',
  ],
  ['a reserved name', { c: 'playground', f: [['nul.py', '']] }, 'nul.py cannot be used'],
  ['too large a file', { c: 'playground', f: [['a.py', 'x'.repeat(100_001)]] }, 'a.py has 101 kB'],
  ['code of an example', { c: 'CEL001', f: [] }, 'belongs to a pattern’s page'],
  ['another shape', { c: 'playground', f: 'x' }, 'damaged'],
])('%s is refused', async (_, payload, words) => {
  const reading = await readLink(forged(payload));
  expect(reading.kind === 'refused' && reading.words).toContain(words);
});

test('what unpacks to far more than it should is given up', async () => {
  const bomb = `#files~e1.${deflateSync(Buffer.alloc(20_000_000)).toString('base64url')}`;
  expect(await readLink(bomb)).toMatchObject({ kind: 'refused' });
});

test('arguments that cannot be split, and too much code, make no link', async () => {
  expect(await writeLink({ ...CONTENT, arguments: '-k "' })).toMatchObject({ kind: 'refused' });
  const large = { ...CONTENT, files: [{ path: 'a.py', text: '"\n'.repeat(90_000) }] };
  expect(await writeLink(large)).toMatchObject({ kind: 'refused' });
});

test('a long link says that it is long', async () => {
  const noise = Array.from({ length: 900 }, (_, index) => (index * 7919).toString(36)).join(' ');
  const link = await writeLink({ ...CONTENT, files: [{ path: 'a.py', text: noise }] });
  expect(link.kind === 'link' && link.words).toMatch(/characters; some chat programs/);
});
