import { describe, expect, it } from 'vitest';
import { describeError, type ReportError } from './errors.ts';
import { fixture, gzip, source, value } from './fixtures/load.ts';
import { defaultLimits } from './limits.ts';
import { readReport } from './read.ts';

const junit = (inner: string): string => `<?xml version="1.0"?><testsuites>${inner}</testsuites>`;
const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

async function errorOf(content: string | Uint8Array, limits = defaultLimits): Promise<ReportError> {
  const result = await readReport(source('report', content, 64), limits);
  if (result.ok) throw new Error('was read');
  return result.error;
}

describe('a file that is cut off', () => {
  it.each(['truth.xunit1.xml', 'covered.branches.xml', 'truth.pytest-json-report.json', 'truth.ctrf.json'])(
    '%s: refused at every single byte',
    async (name) => {
      const whole = bytes(fixture(name).trimEnd());
      for (let length = 0; length < whole.length; length += 1) {
        const error = await errorOf(whole.subarray(0, length));
        expect(
          error.kind === 'empty' || error.kind === 'truncated' || error.kind === 'not-utf8',
          `at ${length}`,
        ).toBe(true);
      }
    },
    60_000,
  );

  it('gzip: refused at every single byte', async () => {
    const whole = await gzip(fixture('truth.xunit2.xml'));
    for (let length = 0; length < whole.length; length += 1) {
      const { kind } = await errorOf(whole.subarray(0, length));
      expect(['empty', 'gzip-damaged', 'unknown-format', 'not-utf8'], `at ${length}`).toContain(kind);
    }
  }, 60_000);

  it('says where', async () => {
    const error = await errorOf('<testsuites>\n<testsuite>\n<testcase name="a">');
    expect(error).toMatchObject({ kind: 'truncated', place: { line: 3, column: 20 } });
    expect(describeError(error)).toMatch(/^report:3:20: the file ends too early .*Was the run killed/);
  });
});

describe('a file that is something else', () => {
  it.each([
    ['nothing', '', 'empty'],
    ['white space', '\n \n', 'empty'],
    ['a console log', '===== 3 failed =====', 'unknown-format'],
    ['a zip archive', 'PK\u0003\u0004', 'unknown-format'],
    ['HTML', '<html><body></body></html>', 'unknown-format'],
    ['another JSON', '{"name": "redgreen"}', 'unknown-format'],
    ['a JSON list', '[]', 'unknown-format'],
    ['a number', '42', 'unknown-format'],
    ['two roots', '<testsuites/><testsuites/>', 'malformed'],
    ['text after the root', '<testsuites/>x', 'malformed'],
    ['a control character', junit('<testsuite name="\u0001"/>'), 'malformed'],
    ['a duplicate attribute', junit('<testsuite name="a" name="b"/>'), 'malformed'],
    ['crossed tags', '<testsuites><a><b></a></b></testsuites>', 'malformed'],
    ['an undefined entity', junit('<testcase name="&nbsp;"/>'), 'malformed'],
    ['an entity named like a method', junit('<testcase name="&constructor;"/>'), 'malformed'],
    ['NaN', '{"reportFormat": "CTRF", "results": {"tests": [NaN]}}', 'malformed'],
    ['a comma too many', '{"reportFormat": "CTRF",}', 'malformed'],
  ])('%s: refused', async (_, content, kind) => {
    expect((await errorOf(content)).kind).toBe(kind);
  });
});

describe('a file that means harm', () => {
  it('document types are refused before any entity is used', async () => {
    const bomb = '<!DOCTYPE t [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><testsuites>&b;</testsuites>';
    expect(await errorOf(bomb)).toMatchObject({ kind: 'doctype', place: { line: 1 } });
    const external = '<!DOCTYPE t SYSTEM "file:///etc/passwd"><testsuites/>';
    expect((await errorOf(external)).kind).toBe('doctype');
  });

  it('a gzip bomb stops at the limit', async () => {
    const packed = await gzip(new Uint8Array(3_000_000).fill(0x20));
    const error = await errorOf(packed, { ...defaultLimits, bytes: 1_000_000 });
    expect(error).toMatchObject({ kind: 'too-large', packed: true });
    expect(describeError(error)).toContain('more than 1 MB when unpacked');
  });

  it('a file over the limit stops there', async () => {
    const error = await errorOf(' '.repeat(2000), { ...defaultLimits, bytes: 1000 });
    expect(error).toMatchObject({ kind: 'too-large', packed: false });
  });

  it('nesting stops at the limit, in XML and in JSON', async () => {
    expect((await errorOf(`<testsuites>${'<a>'.repeat(100_000)}`)).kind).toBe('too-deep');
    expect((await errorOf(`{"results":${'['.repeat(1_000_000)}`)).kind).toBe('too-deep');
    expect((await errorOf(`{"results":${'{"a":'.repeat(1_000_000)}`)).kind).toBe('too-deep');
  });

  it('a million tests stop at the limit', async () => {
    const one = (number: number): string => `<testcase name="t${number}"/>`;
    const many = junit(Array.from({ length: 1_000_000 }, (_, index) => one(index)).join(''));
    const result = await readReport(source('report', many));
    expect(result).toMatchObject({ ok: false, error: { kind: 'too-many-tests', limit: 200_000 } });
  }, 30_000);

  it('names that JavaScript objects know are names like others', async () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const xml = junit(names.map((name) => `<testcase classname="${name}" name="${name}"/>`).join(''));
    const file = value(await readReport(source('report', xml)));
    expect(file).toMatchObject({ kind: 'tests', report: { counts: { passing: 4, total: 4 } } });
    const json = `{"reportFormat":"CTRF","__proto__":{"results":1},"results":{"__proto__":{"tests":[]},"tests":[
      {"name":"__proto__","status":"passed","__proto__":{"status":"failed"}}]}}`;
    expect(value(await readReport(source('report', json)))).toMatchObject({
      report: { counts: { passing: 1, total: 1 } },
    });
  });
});

describe('a file that is not UTF-8', () => {
  it('a byte that is none is named by its place', async () => {
    const error = await errorOf(latin1('<testsuites>\n<testcase name="caf\u00e9"/>'));
    expect(error).toMatchObject({ kind: 'not-utf8', place: { line: 2, column: 20 }, looksLike: 'unknown' });
  });

  it('in JSON too', async () => {
    const error = await errorOf(latin1('{\n"name":\n "\u00e9"}'));
    expect(error).toMatchObject({ kind: 'not-utf8', place: { line: 3, column: 3 } });
  });

  it('UTF-16 is called by its name', async () => {
    expect(await errorOf(latin1('\u00ff\u00fe<\u0000'))).toMatchObject({ looksLike: 'UTF-16' });
    expect(await errorOf(latin1('\u00fe\u00ff\u0000<'))).toMatchObject({ looksLike: 'UTF-16' });
  });

  it('a declared encoding must be true', async () => {
    const error = await errorOf('<?xml version="1.0" encoding="ISO-8859-1"?><testsuites/>');
    expect(error).toMatchObject({ kind: 'declared-encoding', encoding: 'ISO-8859-1' });
  });

  it('a byte order mark is fine', async () => {
    for (const name of ['truth.xunit2.xml', 'truth.ctrf.json']) {
      const file = value(await readReport(source(name, `\ufeff${fixture(name)}`, 1)));
      expect(file).toMatchObject({ report: { counts: { passing: 2, failing: 3 } } });
    }
  });
});

describe('a file that something has cut', () => {
  it.each([
    [
      'failures are gone',
      junit('<testsuite failures="2" errors="0"><testcase name="a"><failure/></testcase></testsuite>'),
    ],
    ['a failure without a test', junit('<testsuite><failure/></testsuite>')],
    ['a test without a name', junit('<testcase classname="a"/>')],
    ['a test inside a test', junit('<testcase name="a"><testcase name="b"/></testcase>')],
    ['a count that is none', junit('<testsuite failures="many" errors="0"/>')],
    ['lines are gone', fixture('covered.branches.xml').replace(/<line number="3".*\n/, '')],
    [
      'more covered than there is',
      fixture('covered.branches.xml').replace('branches-covered="3"', 'branches-covered="5"'),
    ],
    ['coverage without counts', '<coverage line-rate="1"/>'],
  ])('%s: refused', async (_, content) => {
    const error = await errorOf(content);
    expect(error.kind).toBe('invalid');
    expect(describeError(error)).toMatch(/^report: line \d+, column \d+: /);
  });
});

describe('how a file arrives', () => {
  it.each(['everything.xunit1.xml', 'everything.ctrf.json', 'covered.contexts.json', 'covered.branches.xml'])(
    '%s: in chunks of any size it reads the same',
    async (name) => {
      const whole = value(await readReport(source(name, fixture(name))));
      for (const size of [1, 2, 3, 7, 1000]) {
        expect(value(await readReport(source(name, fixture(name), size)))).toEqual(whole);
      }
    },
  );

  it('packed it reads the same', async () => {
    const whole = value(await readReport(source('r', fixture('truth.xunit2.xml'))));
    const packed = await gzip(fixture('truth.xunit2.xml'));
    expect(value(await readReport(source('r', packed, 1)))).toEqual(whole);
  });

  it('characters outside of the first plane survive a cut in their middle', async () => {
    const xml = junit('<testcase name="\u{1f600}é✓"/>');
    for (const size of [1, 2, 3, 5]) {
      const file = value(await readReport(source('r', xml, size)));
      expect(file).toMatchObject({ report: { tests: [{ id: '(unknown)::\u{1f600}é✓' }] } });
    }
  });

  it('an error of the source is a typed error', async () => {
    const chunks = {
      async *[Symbol.asyncIterator]() {
        yield bytes('<testsuites>');
        await Promise.reject(new Error('EIO: i/o error, read'));
      },
    };
    const result = await readReport({ name: 'r', chunks });
    expect(result).toEqual({
      ok: false,
      error: { kind: 'unreadable', file: 'r', reason: 'EIO: i/o error, read' },
    });
  });
});
