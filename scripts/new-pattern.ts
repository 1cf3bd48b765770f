/**
 * `npm run new-pattern -- CODE topic slug "Title"`: makes the folder of a new pattern, with everything
 * that an author then fills in. It fails verify until that is done, and says what is missing.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const PUBLISHED = 'src/patterns/published.json';

export interface NewPattern {
  readonly code: string;
  readonly topic: string;
  readonly slug: string;
  readonly title: string;
}

/** Files of a new pattern, by their path in its folder. */
export function patternFiles({ code, title }: NewPattern): Readonly<Record<string, string>> {
  const up = '../../../../..';
  return {
    'pattern.yaml': `# What each field may hold: src/patterns/schema.ts
code: ${code}
title: ${JSON.stringify(title)}
summary: One sentence that says what goes wrong.
symptom: "AssertionError: the error line as a reader would search for it"
libraries: [pytest]
app: [app/tasks/model_tasks.py]

variants:
  wrong:
    title: What the wrong test does
    expect: fails
    failures:
      - test: test_example.py::test_example
        exception: AssertionError
        message: the message, word for word
  right:
    title: What the right test does
    expect: passes

mutants:
  - name: a-bug
    bug: What is broken on purpose, in the reader's words
    edits:
      - file: app/tasks/model_tasks.py
        find: a text that stands once in the file
        replace: the bug
    killedBy: [right]

triage:
  distinctive: false
  signatures:
    - exception: AssertionError
      message: "the message, as a regular expression"

links:
  - title: "pytest: how to write assertions"
    url: https://docs.pytest.org/en/stable/how-to/assert.html
`,
    'wrong/test_example.py': 'def test_example():\n    raise AssertionError("the message, word for word")\n',
    'right/test_example.py': 'def test_example():\n    assert True\n',
    'index.mdx': `---
title: ${JSON.stringify(title)}
description: "One sentence with the error line, for search."
slug: p/${code}
tableOfContents: false
---

import PatternExample from '${up}/components/example/PatternExample.astro';
import PatternLinks from '${up}/components/pattern/PatternLinks.astro';

The failure first, in one or two sentences.

<PatternExample code="${code}" />

## Why it happens

## The fix

## When this page does not apply

## Is the test worth having?

<PatternLinks code="${code}" />
`,
  };
}

/**
 * Why these arguments will not do, as a sentence; undefined if they will.
 * @param published codes that ever had a page: none is used again
 */
export function problemWith(
  { code, topic, slug, title }: NewPattern,
  published: readonly string[] = [],
): string | undefined {
  if (!/^[A-Z]{3}\d{3}$/.test(code))
    return `the code is three letters and three digits, as CEL012; this is ${JSON.stringify(code)}`;
  if (!/^[a-z]+(-[a-z]+)*$/.test(topic))
    return `the topic is a folder in lower case, as celery; this is ${JSON.stringify(topic)}`;
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))
    return `the slug is lower-case words with hyphens; this is ${JSON.stringify(slug)}`;
  if (published.includes(code)) return `${code} has or had a page already; take the next free number`;
  return title === '' ? 'the title is missing' : undefined;
}

function readPublished(): string[] {
  return JSON.parse(readFileSync(PUBLISHED, 'utf8')) as string[];
}

function main(): number {
  const [code = '', topic = '', slug = '', title = ''] = process.argv.slice(2);
  const asked = { code, topic, slug, title };
  const published = readPublished();
  const problem = problemWith(asked, published);
  const folder = join('src/content/docs/patterns', topic, slug);
  if (problem ?? existsSync(folder)) {
    console.error(problem ?? `${folder} is there already`);
    console.error('Usage: npm run new-pattern -- CEL012 celery short-slug "What goes wrong"');
    return 1;
  }
  for (const [path, text] of Object.entries(patternFiles(asked))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  writeFileSync(PUBLISHED, `${JSON.stringify([...published, code].sort(), null, 2)}\n`);
  console.log(`Made ${folder}. Fill in pattern.yaml and the tests, then: npm run verify -- ${code} --update`);
  return 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = main();
