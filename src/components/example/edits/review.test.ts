import { createSatteriMarkdownProcessor } from '@astrojs/markdown-satteri';
import { describe, expect, test } from 'vitest';
import { fenced, reviewMarkdown, type Review } from './review.ts';

const REVIEW: Review = {
  code: 'CEL001',
  title: 'A bound task gets self twice',
  summary: 'A test hands a mock self to a task that has its own.',
  url: 'https://example.org/redgreen/p/CEL001/#wrong',
  wrong: {
    title: 'Calls the task with a mock self',
    code: 'def test_x():\n    ner(Mock(), "x")\n',
    verdict: '1 failed',
    error: "TypeError: ner_extract_task() got multiple values for argument 'flat'\nand more",
  },
  right: {
    title: 'Calls .run() without self',
    code: 'def test_x():\n    ner.run("x")\n',
    verdict: '2 passed',
    edited: true,
  },
  versions: 'Python 3.14.2, pytest 9.2.0, Celery 5.7.0',
};

test('a comment has the link, what is wrong, both codes and both verdicts', () => {
  expect(reviewMarkdown(REVIEW))
    .toBe(`**[CEL001: A bound task gets self twice](<https://example.org/redgreen/p/CEL001/#wrong>)**

A test hands a mock self to a task that has its own.

**Wrong: Calls the task with a mock self**

\`\`\`python
def test_x():
    ner(Mock(), "x")
\`\`\`

Result: 1 failed, \`TypeError: ner_extract_task() got multiple values for argument 'flat'\`

**Right: Calls .run() without self** (edited)

\`\`\`python
def test_x():
    ner.run("x")
\`\`\`

Result: 2 passed

Verdicts reached with Python 3.14.2, pytest 9.2.0, Celery 5.7.0.
`);
});

/** The comment as a forge would show it: by a parser of GitHub's Markdown. */
async function rendered(review: Review): Promise<string> {
  const processor = await createSatteriMarkdownProcessor({
    syntaxHighlight: false,
    features: { smartPunctuation: false },
  });
  return (await processor.render(reviewMarkdown(review))).code;
}

function decoded(html: string): string {
  const names: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'", '#x27': "'" };
  return html.replace(/&(lt|gt|quot|amp|#39|#x27);/g, (entity, name: string) => names[name] ?? entity);
}

const HOSTILE = [
  '```\n# out of the block\n```',
  '````python\n```\n````\n`````',
  '</code></pre><script>alert(1)</script>',
  '~~~\n@octocat [x](javascript:alert(1)) <img src=x onerror=alert(1)>',
  '`',
  '\n\n    indented\n\n',
  '&lt;b&gt; \\` \\\\',
];

describe('code stays code', () => {
  test.each(HOSTILE)('%j', async (text) => {
    const code = `# first\n${text}\n# last`;
    const html = await rendered({
      ...REVIEW,
      wrong: { ...REVIEW.wrong, code },
      right: { ...REVIEW.right, code },
    });
    const blocks = [...html.matchAll(/<pre[^>]*><code[^>]*>([^]*?)<\/code><\/pre>/g)].map((match) =>
      decoded(match[1] ?? ''),
    );
    expect(blocks).toEqual([`${code}\n`, `${code}\n`]);
    expect(html).not.toMatch(/<(script|img|h1)/);
  });
});

describe('an error line stays one line of code', () => {
  test.each([...HOSTILE, '``a`b``', ' padded ', '`a`', '*x* _y_ <b>z</b>'])('%j', async (text) => {
    const error = `E${text.replaceAll('\n', ' ')}E`;
    const html = await rendered({ ...REVIEW, wrong: { ...REVIEW.wrong, error } });
    const codes = [...html.matchAll(/<code>([^]*?)<\/code>/g)].map((match) => decoded(match[1] ?? ''));
    expect(codes).toEqual([error]);
  });
});

describe('titles, summaries and verdicts stay plain text', () => {
  test.each([
    '@patch on <b>modules</b> & *stars* _under_ `ticks`',
    '[link](javascript:alert(1)) ![img](x) <img src=x onerror=y>',
    'see https://evil.example and www.evil.example',
    '# no heading | no table ~~no strike~~ $no$ #123 ![',
    '</a></strong><script>x</script>',
  ])('%j', async (text) => {
    const html = await rendered({
      ...REVIEW,
      title: text,
      summary: text,
      versions: text,
      wrong: { ...REVIEW.wrong, title: text, verdict: text },
    });
    expect(html.match(/<a /g)).toHaveLength(1);
    expect(html).not.toMatch(/<(script|img|h1|em|del|b|table)\b/);
    const words = decoded(html.replace(/<[^>]+>/g, '')).replaceAll('\u200b', '');
    expect(words.split(text)).toHaveLength(6);
    // Nobody is called into the review.
    expect(words === decoded(html.replace(/<[^>]+>/g, ''))).toBe(!/@|https?:|www\./.test(text));
  });
});

test('an address cannot end its link', () => {
  const markdown = reviewMarkdown({ ...REVIEW, url: 'https://example.org/p/CEL001/#x>) <b>y</b>\n' });
  expect(markdown.split('\n')[0]).toBe(
    '**[CEL001: A bound task gets self twice](<https://example.org/p/CEL001/#x%3E)%20%3Cb%3Ey%3C/b%3E%0A>)**',
  );
});

test('a very long error is cut', () => {
  expect(
    reviewMarkdown({ ...REVIEW, wrong: { ...REVIEW.wrong, error: 'x'.repeat(5_000) } }).length,
  ).toBeLessThan(1_500);
});

test('an empty file is an empty block', () => {
  expect(fenced('')).toBe('```python\n\n```');
});
