import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { MOST_PACKED, MOST_UNPACKED, readShare, writeShare, type ShareContent } from './share.ts';

const PLAYGROUND = { code: 'playground' };
const EXAMPLE = {
  code: 'CEL001',
  knownFiles: (anchor: string) => (anchor === 'wrong' ? ['test_ner.py', 'app/x.py'] : []),
};

async function hashOf(content: ShareContent): Promise<string> {
  const link = await writeShare(content);
  if (link.kind !== 'link') throw new Error(link.problem.words);
  return link.hash;
}

/** A link made by someone who does not keep to our rules. */
function forged(payload: unknown, anchor = 'wrong', version = 'e1'): string {
  const json = typeof payload === 'string' ? payload : JSON.stringify(payload);
  return `#${anchor}~${version}.${deflateSync(json).toString('base64url')}`;
}

async function problemOf(hash: string, target: Parameters<typeof readShare>[1] = EXAMPLE): Promise<string> {
  const reading = await readShare(hash, target);
  if (reading.kind !== 'refused') return reading.kind;
  expect(reading.problem.words).toMatch(/\.$/);
  return reading.problem.kind;
}

test('an address without code is only an anchor', async () => {
  expect(await readShare('#right-apply', EXAMPLE)).toEqual({ kind: 'none', anchor: 'right-apply' });
  expect(await readShare('', EXAMPLE)).toEqual({ kind: 'none', anchor: '' });
  expect(await readShare('#a~b', EXAMPLE)).toEqual({ kind: 'none', anchor: 'a~b' });
  expect(await readShare('#%E0%A4%A', EXAMPLE)).toEqual({ kind: 'none', anchor: '%E0%A4%A' });
});

test('code in a link comes back, and says where it is from', async () => {
  const files = { 'test_ner.py': 'def test_x():\n    assert "naïve 🐍" != "\\u0000"\n' };
  const hash = await hashOf({ code: 'CEL001', anchor: 'wrong', files });
  expect(hash).toMatch(/^#wrong~e1\.[\w-]+$/);
  expect(await readShare(hash, EXAMPLE)).toEqual({
    kind: 'shared',
    origin: 'link',
    code: 'CEL001',
    anchor: 'wrong',
    files,
  });
});

test('a playground keeps its arguments and any safe files', async () => {
  const content = {
    code: 'playground',
    anchor: '',
    files: { 'a/test_b.py': '', 'pytest.ini': '[pytest]\n' },
    arguments: ['-x', 'a/test_b.py'],
  };
  expect(await readShare(await hashOf(content), PLAYGROUND)).toEqual({
    ...content,
    kind: 'shared',
    origin: 'link',
  });
});

test('an edited example fits into a chat message', async () => {
  const test_file = Array.from(
    { length: 40 },
    (_, i) => `    assert task_${i % 7}(${i}) == {"entities": ["Asha", ${i}]}`,
  ).join('\n');
  const hash = await hashOf({ code: 'CEL001', anchor: 'wrong', files: { 'test_ner.py': test_file } });
  expect(hash.length).toBeLessThan(1_000);
});

/** Numbers that look random and are the same each time (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function randomText(random: () => number): string {
  const ALPHABET = [
    'a',
    ' ',
    '\n',
    '\t',
    '"',
    '\\',
    '~',
    '#',
    '`',
    '\u0000',
    '\u2028',
    'é',
    '漢',
    '🐍',
    '\ud800',
    '\udc00',
    '\ufeff',
    '\r\n',
    '</script>',
  ];
  return Array.from(
    { length: Math.floor(random() * 300) },
    () => ALPHABET[Math.floor(random() * ALPHABET.length)],
  ).join('');
}

test.each(Array.from({ length: 60 }, (_, seed) => seed))(
  'whatever is written is read (seed %i)',
  async (seed) => {
    const random = randomFrom(seed);
    const names = ['test_x.py', 'conftest.py', 'é/ü.py', 'a/b/c.txt', 'constructor', 'pytest.ini'];
    const files = Object.fromEntries(
      names.filter(() => random() < 0.6).map((name) => [name, randomText(random)]),
    );
    const anchor = ['', 'wrong', 'right-apply', 'ü ~ x'][seed % 4] ?? '';
    const args = random() < 0.5 ? { arguments: [randomText(random), '-q'] } : {};
    const content = { code: 'playground', anchor, files, ...args };
    expect(await readShare(await hashOf(content), PLAYGROUND)).toEqual({
      ...content,
      kind: 'shared',
      origin: 'link',
    });
  },
);

describe('a link that is not whole', () => {
  test('cut anywhere, it is refused and never half read', async () => {
    const hash = await hashOf({
      code: 'CEL001',
      anchor: 'wrong',
      files: { 'test_ner.py': 'x = 1\n'.repeat(50) },
    });
    for (let length = '#wrong~e1.'.length; length < hash.length; length++) {
      expect(await problemOf(hash.slice(0, length))).toBe('damaged');
    }
  });

  test('with any character changed, it is refused, or the change means nothing', async () => {
    const files = { 'test_ner.py': 'x = 1\ny = "z"\n' };
    const hash = await hashOf({ code: 'CEL001', anchor: 'wrong', files });
    let refused = 0;
    for (let at = '#wrong~e1.'.length; at < hash.length; at++) {
      const other = hash[at] === 'A' ? 'B' : 'A';
      const reading = await readShare(hash.slice(0, at) + other + hash.slice(at + 1), EXAMPLE);
      // Bits that only fill up a byte may change.
      if (reading.kind === 'refused') refused++;
      else expect(reading).toMatchObject({ kind: 'shared', files });
    }
    expect(refused).toBeGreaterThan(hash.length - '#wrong~e1.'.length - 4);
  });

  test('with something behind it, it is refused', async () => {
    const hash = await hashOf({ code: 'CEL001', anchor: 'wrong', files: { 'test_ner.py': 'x = 1\n' } });
    for (const tail of ['AAAAAAAA', '.', ' ', '%20', '\n', '&utm_source=x']) {
      expect(await problemOf(hash + tail)).toBe('damaged');
    }
  });
});

describe('a hostile link', () => {
  test('of another version', async () => {
    expect(await problemOf(forged({ c: 'CEL001', f: [] }, 'wrong', 'e2'))).toBe('other-version');
    expect(await problemOf(forged({ c: 'CEL001', f: [] }, 'wrong', 'e999'))).toBe('other-version');
  });

  test('for another page', async () => {
    expect(await problemOf(forged({ c: 'CEL002', f: [] }))).toBe('other-code');
    expect(await problemOf(forged({ c: 'playground', f: [] }))).toBe('other-code');
  });

  test('with files that the example does not have', async () => {
    expect(await problemOf(forged({ c: 'CEL001', f: [['conftest.py', 'x']] }))).toBe('unknown-file');
    // Known for another variant only.
    expect(await problemOf(forged({ c: 'CEL001', f: [['test_ner.py', 'x']] }, 'right'))).toBe('unknown-file');
  });

  test.each(['../x.py', '/etc/x', '__proto__', 'a/__proto__/x', 'a\\b', '', 'x\u0000'])(
    'with the path %j',
    async (path) => {
      expect(await problemOf(forged({ c: 'playground', f: [[path, 'x']] }, ''), PLAYGROUND)).toBe(
        'unsafe-file',
      );
      const link = await writeShare({ code: 'playground', anchor: '', files: { [path]: 'x' } });
      expect(link).toMatchObject({ kind: 'refused', problem: { kind: 'unsafe-file' } });
    },
  );

  test('cannot say that it is not from a link', async () => {
    const hash = forged('{"c":"CEL001","f":[["test_ner.py","x"]]}');
    const reading = await readShare(hash, EXAMPLE);
    expect(reading).toMatchObject({ kind: 'shared', origin: 'link' });
    expect(Object.getPrototypeOf(reading)).toBe(Object.prototype);
  });

  test('that unpacks to far more than it is, is stopped on the way', async () => {
    const bomb = `#wrong~e1.${deflateSync(Buffer.alloc(40_000_000, ' ')).toString('base64url')}`;
    expect(bomb.length).toBeLessThan(MOST_PACKED);
    const before = process.memoryUsage().arrayBuffers;
    expect(await problemOf(bomb)).toBe('too-large');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
  });

  test('that is longer than any of ours', async () => {
    expect(await problemOf(`#wrong~e1.${'A'.repeat(MOST_PACKED + 1)}`)).toBe('too-large');
  });
});

describe('what is too large to share is said before there is a link', () => {
  test.each([
    ['text', { 'test_x.py': 'x'.repeat(MOST_UNPACKED) }],
    ['text that does not pack', { 'test_x.py': Array.from({ length: 8_000 }, randomFrom(1)).join('') }],
    ['files', Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`test_${i}.py`, '']))],
  ])('%s', async (_, files) => {
    const link = await writeShare({ code: 'playground', anchor: '', files });
    expect(link).toMatchObject({ kind: 'refused', problem: { kind: 'too-large' } });
  });
});
