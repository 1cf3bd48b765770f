/** A pattern as the rest of the code sees it: its claims and its files. No file system here. */
import type { Recorded } from './recorded.ts';
import type { Mutant, PatternFile, VariantFile } from './schema.ts';

/** File texts by path, relative to the folder of a run. */
export type Files = Readonly<Record<string, string>>;

export interface Variant extends VariantFile {
  readonly name: string;
  readonly kind: 'wrong' | 'right';
  /** The variant's own files, without the sample backend. */
  readonly files: Files;
}

export interface Pattern extends Omit<PatternFile, 'variants'> {
  readonly slug: string;
  readonly topic: string;
  /** Wrong ones first, in the order of `pattern.yaml`. */
  readonly variants: readonly Variant[];
  /** What verify saw; missing until `npm run verify -- CODE --update` has run. */
  readonly recorded?: Recorded;
}

/** Files that configure pytest: a variant that brings one replaces the backend's `pytest.ini`. */
const CONFIGURATION_FILES = [
  'pytest.ini',
  '.pytest.ini',
  'pytest.toml',
  '.pytest.toml',
  'pyproject.toml',
  'tox.ini',
  'setup.cfg',
];

/** The folder of a run: the variant laid over the sample backend. */
export function runFiles(backend: Files, variantFiles: Files): Files {
  const bringsConfiguration = CONFIGURATION_FILES.some((name) => name in variantFiles);
  const base = bringsConfiguration ? without(backend, 'pytest.ini') : backend;
  return { ...base, ...variantFiles };
}

/**
 * Put a mutant's bug into the files of a run.
 * @throws Error naming the mutant and the edit if a text does not stand exactly once in its file.
 */
export function applyMutant(files: Files, mutant: Pick<Mutant, 'name' | 'edits'>): Files {
  const changed: Record<string, string> = { ...files };
  for (const edit of mutant.edits) {
    const text = changed[edit.file];
    if (text === undefined) throw new Error(`mutant ${mutant.name}: there is no file ${edit.file}`);
    const times = text.split(edit.find).length - 1;
    if (times !== 1) {
      throw new Error(
        `mutant ${mutant.name}: ${JSON.stringify(edit.find)} stands ${times} times in ${edit.file}; it must stand once`,
      );
    }
    changed[edit.file] = text.replace(edit.find, () => edit.replace);
  }
  return changed;
}

/** A pattern's own page, below the site's base. */
export function patternPath(code: string): string {
  return `p/${code}/`;
}

function without(files: Files, name: string): Files {
  return Object.fromEntries(Object.entries(files).filter(([path]) => path !== name));
}
