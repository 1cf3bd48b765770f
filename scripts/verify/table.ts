/** All patterns as one table in Markdown: where each comes from, what it claims, and what was recorded of it. */
import { claimFor, compare } from '../../src/claims/compare.ts';
import type { Pattern, Variant } from '../../src/patterns/pattern.ts';
import type { RecordedHost } from '../../src/patterns/recorded.ts';
import { planLine } from './plan-lines.ts';

/** One row for each pattern, and a last line with the sums. It reads recorded.json; it runs nothing. */
export function closingTable(patterns: readonly Pattern[]): string {
  const rows = patterns.map((pattern) => [
    `${pattern.code} ${pattern.title}`,
    originOf(pattern),
    claimsOf(pattern),
    verdictOf(pattern, pattern.recorded?.cpython),
    verdictOf(pattern, pattern.recorded?.pyodide),
    mutantsOf(pattern),
  ]);
  const head = [
    'Pattern',
    'Line of the plan or of the real suite',
    'Claim',
    'CPython',
    'Pyodide',
    'Mutants killed',
  ];
  return [head, head.map(() => '---'), ...rows].map(line).join('\n') + `\n\n${sumsOf(patterns)}\n`;
}

function line(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replace(/\s+/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`;
}

function originOf({ origin, symptom }: Pattern): string {
  const lines = [
    ...origin.plan.map((text) => `plan, line ${planLine(text) ?? '?'}: ${text}`),
    ...(origin.real ? [`real suite, ${origin.real.count} tests: ${origin.real.covers}`] : []),
  ];
  return lines.length > 0 ? lines.join('; ') : `the field: ${symptom}`;
}

/** "2 fail, 1 green and useless, 3 pass". */
function claimsOf({ variants }: Pattern): string {
  const words = { fails: 'fail', 'green-and-useless': 'green and useless', passes: 'pass' } as const;
  return (Object.keys(words) as (keyof typeof words)[])
    .map((expect) => [variants.filter((variant) => variant.expect === expect).length, words[expect]] as const)
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(', ');
}

/** How many variants did as claimed in one host, and with which Python; the names of those that did not. */
function verdictOf({ variants }: Pattern, host: RecordedHost | undefined): string {
  if (!host) return 'not recorded';
  const wrong = variants.filter((variant) => !holds(variant, host)).map(({ name }) => name);
  const kept = `${variants.length - wrong.length} of ${variants.length} (${host.versions.python ?? 'Python'})`;
  return wrong.length === 0 ? kept : `${kept}, not ${wrong.join(', ')}`;
}

function holds(variant: Variant, { versions, variants }: RecordedHost): boolean {
  const run = variants[variant.name];
  return run !== undefined && compare(claimFor(variant, versions.python ?? ''), run).kind === 'match';
}

/** A mutant counts as killed if one of the right variants caught it. */
function mutantsOf(pattern: Pattern): string {
  return `${killed(pattern)} of ${pattern.mutants.length}`;
}

function killed({ mutants, variants, recorded }: Pattern): number {
  const rights = variants.filter(({ kind }) => kind === 'right').map(({ name }) => name);
  return mutants.filter(({ name }) => rights.some((right) => recorded?.mutants[name]?.[right] === 'caught'))
    .length;
}

function sumsOf(patterns: readonly Pattern[]): string {
  const variants = patterns.flatMap((pattern) => pattern.variants);
  const mutants = patterns.flatMap((pattern) => pattern.mutants);
  const kept = (name: 'cpython' | 'pyodide'): number =>
    patterns.reduce((sum, pattern) => {
      const host = pattern.recorded?.[name];
      return sum + (host ? pattern.variants.filter((variant) => holds(variant, host)).length : 0);
    }, 0);
  const dead = patterns.reduce((sum, pattern) => sum + killed(pattern), 0);
  return (
    `${patterns.length} patterns, ${variants.length} tests to compare: ` +
    `${kept('cpython')} as claimed in CPython, ${kept('pyodide')} in Pyodide; ` +
    `${dead} of ${mutants.length} mutants killed.`
  );
}
