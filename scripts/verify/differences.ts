/** The list of what Python in the page does otherwise, and the page of documentation made from it. */
import { readFileSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';
import { parse } from 'yaml';

const LIST = 'python/redgreen_runner/conformance/differences.yaml';
export const PAGE = 'docs/fidelity.md';

const text = v.pipe(v.string(), v.minLength(1));
const differenceSchema = v.strictObject({
  area: text,
  what: text,
  code: text,
  here: text,
  native: v.optional(text),
  untried: v.optional(text),
  crash: v.optional(v.literal(true)),
  instead: text,
});

/** One entry; the file's head says what its fields mean. */
export type Difference = v.InferOutput<typeof differenceSchema>;

/** @throws Error that names what is wrong with the list. */
export function readDifferences(): readonly Difference[] {
  return v.parse(v.array(differenceSchema), parse(readFileSync(LIST, 'utf8')));
}

const HEAD = `# How a run in the page differs from a run on your machine

<!-- Made from ${LIST} by \`node scripts/verify/differences.ts\`. -->

The page runs real CPython, pytest and Celery, compiled for the browser by Pyodide. There is one thread, no
operating system below it, and nothing that reaches the network. This is what a test can notice. Each entry is
held by a test: in Pyodide the code gives exactly this, and natively, where it can be tried, something else.

What does not differ is held as well: the tests in \`python/redgreen_runner/conformance\` pass in both.
`;

/** The page, as Markdown. */
export function pageOf(differences: readonly Difference[]): string {
  const areas = [...new Set(differences.map(({ area }) => area))];
  const sections = areas.map((area) => {
    const entries = differences.filter((entry) => entry.area === area).map(entryOf);
    return `## ${area}\n\n${entries.join('\n')}`;
  });
  return `${HEAD}\n${sections.join('\n')}`;
}

function entryOf({ what, code, here, native, untried, crash, instead }: Difference): string {
  const [heading = what, ...rest] = what.split(/(?<=\.) /);
  const lines = [
    `### ${heading.replace(/\.$/, '')}`,
    '',
    ...(rest.length > 0 ? [rest.join(' '), ''] : []),
    `\`\`\`python\n${code.trimEnd()}\n\`\`\``,
    '',
    `- In the page: ${crash ? 'the interpreter ends' : `\`${here.trim()}\``}`,
    ...(native ? [`- Natively: \`${native.trim()}\``] : []),
    ...(untried ? [`- Natively: ${lowerFirst(untried)}`] : []),
    `- Instead: ${instead}`,
    '',
  ];
  return lines.join('\n');
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

if (import.meta.main) writeFileSync(PAGE, pageOf(readDifferences()));
