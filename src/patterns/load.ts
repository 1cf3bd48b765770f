/** Reads the pattern folders and the sample backend from disk. Build, verify and scripts only. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import * as v from 'valibot';
import { parse as parseYaml } from 'yaml';
import type { Files, Pattern, Variant } from './pattern.ts';
import { checkPattern } from './check.ts';
import { recordedSchema, type Recorded } from './recorded.ts';
import { patternSchema, type PatternFile } from './schema.ts';

/** A pattern folder that breaks a rule; the message names file, field and cure. */
export class PatternError extends Error {
  override readonly name = 'PatternError';
}

const PATTERNS = 'src/content/docs/patterns';
const BACKEND = 'src/app';

/** All patterns, ordered by code. `root` is the repository's folder. */
export function loadPatterns(root = process.cwd()): readonly Pattern[] {
  const folder = join(root, PATTERNS);
  const patterns = subfolders(folder).flatMap((topic) =>
    subfolders(join(folder, topic))
      .filter((slug) => existsSync(join(folder, topic, slug, 'pattern.yaml')))
      .map((slug) => loadPattern(join(folder, topic, slug), root)),
  );
  failOnDuplicates(patterns);
  return patterns.sort((one, other) => (one.code < other.code ? -1 : 1));
}

/** One pattern from its folder, `…/patterns/<topic>/<slug>`. */
export function loadPattern(folder: string, root = process.cwd()): Pattern {
  const shown = relative(root, folder).split(sep).join('/');
  const file = readPatternFile(join(folder, 'pattern.yaml'), `${shown}/pattern.yaml`);
  const [topic = '', slug = ''] = shown.split('/').slice(-2);
  const recorded = readRecorded(join(folder, 'recorded.json'), `${shown}/recorded.json`);
  const variants = Object.entries(file.variants).map(([name, claim]): Variant => {
    const kind = name.startsWith('wrong') ? 'wrong' : 'right';
    return { ...claim, name, kind, files: readFiles(join(folder, name)) };
  });
  const pattern: Pattern = {
    ...file,
    topic,
    slug,
    variants: [...variants].sort((one, other) => rank(one) - rank(other)),
    ...(recorded && { recorded }),
  };
  const problem = checkPattern(pattern, subfolders(folder), loadBackend(root));
  if (problem) throw new PatternError(`${shown}/${problem}`);
  return pattern;
}

/** The sample backend as every run gets it: `app/…` without its own tests, and its `pytest.ini`. */
export function loadBackend(root = process.cwd()): Files {
  const all = readFiles(join(root, BACKEND));
  const files: Record<string, string> = {};
  for (const [path, text] of Object.entries(all)) {
    if (path === 'pytest.ini') files[path] = text;
    else if (path.endsWith('.py') && !isTest(path)) files[`app/${path}`] = text;
  }
  return files;
}

function isTest(path: string): boolean {
  return /(^|\/)(test_[^/]*|conftest)\.py$/.test(path);
}

function rank(variant: Variant): number {
  return variant.kind === 'wrong' ? 0 : 1;
}

function readPatternFile(path: string, shown: string): PatternFile {
  let data: unknown;
  try {
    data = parseYaml(readFileSync(path, 'utf8'));
  } catch (problem) {
    throw new PatternError(`${shown}: cannot be read as YAML: ${String(problem)}`);
  }
  const parsed = v.safeParse(patternSchema, data);
  if (parsed.success) return parsed.output;
  const issues = parsed.issues.map((issue) => `  ${v.getDotPath(issue) ?? '(whole file)'}: ${issue.message}`);
  throw new PatternError(
    `${shown}: ${issues.length} field(s) to mend; src/patterns/schema.ts says what each may hold\n${issues.join('\n')}`,
  );
}

function readRecorded(path: string, shown: string): Recorded | undefined {
  if (!existsSync(path)) return undefined;
  const parsed = v.safeParse(recordedSchema, JSON.parse(readFileSync(path, 'utf8')));
  if (parsed.success) return parsed.output;
  throw new PatternError(
    `${shown}: is not what verify writes; run \`npm run verify -- --update\` to make it anew`,
  );
}

function failOnDuplicates(patterns: readonly Pattern[]): void {
  const seen = new Map<string, string>();
  for (const { code, slug } of patterns) {
    const other = seen.get(code);
    if (other !== undefined) {
      throw new PatternError(
        `${slug}/pattern.yaml: code: ${code} already belongs to ${other}; take the next free number`,
      );
    }
    seen.set(code, slug);
  }
}

/** Names of the folders in a folder; none where it is missing. */
export function subfolders(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== '__pycache__')
    .map((entry) => entry.name)
    .sort();
}

/** Every file below a folder, as text, by its path there. */
export function readFiles(folder: string): Files {
  if (!existsSync(folder)) return {};
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter(
      (path) =>
        !path.includes('__pycache__') && !path.startsWith('.') && statSync(join(folder, path)).isFile(),
    )
    .sort();
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}
