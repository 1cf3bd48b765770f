/** What the custom element needs of a pattern; the build puts it into the page as JSON. */
import type { Files, Pattern } from '../../patterns/pattern.ts';
import type { RecordedHost, RecordedRun } from '../../patterns/recorded.ts';
import type { Mutant, VariantFile } from '../../patterns/schema.ts';

export interface VariantData extends VariantFile {
  readonly name: string;
  readonly kind: 'wrong' | 'right';
  readonly files: Files;
}

export interface ExampleData {
  readonly code: string;
  readonly title: string;
  readonly summary: string;
  /** Files of the backend shown beside the tests; the others come with the first run. */
  readonly app: Files;
  readonly variants: readonly VariantData[];
  readonly mutants: readonly Mutant[];
  /** What verify saw in Pyodide: the verdicts without their long texts. */
  readonly recorded?: RecordedHost;
}

/** Pick what the page needs. @throws Error if a file of the backend is not there. */
export function exampleData(pattern: Pattern, backend: Files): ExampleData {
  const app = pattern.app.map((path): [string, string] => {
    const text = backend[path];
    if (text === undefined) throw new Error(`${pattern.code}: the backend has no file ${path}`);
    return [path, text];
  });
  const { code, title, summary, variants, mutants } = pattern;
  const recorded = pattern.recorded && brief(pattern.recorded.pyodide);
  return {
    code,
    title,
    summary,
    app: Object.fromEntries(app),
    variants,
    mutants,
    ...(recorded && { recorded }),
  };
}

/** Without tracebacks and reports: the page has them as elements already. */
function brief(host: RecordedHost): RecordedHost {
  const short = (run: RecordedRun): RecordedRun => ({
    ...run,
    warnings: [],
    tests: run.tests.map((test) => ({
      ...test,
      failures: test.failures.map((failure) => ({ ...failure, frames: [], text: '' })),
    })),
  });
  const variants = Object.entries(host.variants).map(([name, run]) => [name, short(run)] as const);
  return { ...host, variants: Object.fromEntries(variants) };
}

/** JSON that may stand inside a script element. */
export function scriptJson(data: ExampleData): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
