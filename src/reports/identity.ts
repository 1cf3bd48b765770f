/**
 * The names of tests. One test must have one name in every dialect and in every run, or it would look
 * vanished in one and new in the other.
 */

/** Stands in the place of the test's name for a file that could not be collected. */
export const COLLECTION = '(collection)';

/** Stands in the place of file and class where a report of another tool has neither. */
const NO_CLASS = '(unknown)';

/** How long a file and a name may get; longer ones are cut and end in a checksum, so they stay different. */
const MAX_FILE = 900;
const MAX_NAME = 1000;

/** A test's name in the parts that pytest's JUnit files have. */
export interface Named {
  /** Dotted module and classes, `tests.unit.test_names.TestOuter`. */
  readonly classPath: string;
  /** Function with parameters, `test_p[a::b]`. */
  readonly name: string;
}

/**
 * Take a node id apart as pytest does for JUnit (`mangle_test_address`): parameters begin at the first `[`,
 * since they may hold `::` and `/` themselves.
 */
export function splitNodeId(nodeId: string): Named {
  const bracket = nodeId.indexOf('[');
  const path = bracket < 0 ? nodeId : nodeId.slice(0, bracket);
  const parameters = bracket < 0 ? '' : nodeId.slice(bracket);
  const [file = '', ...rest] = path.split('::');
  const last = rest.pop();
  if (last === undefined) return { classPath: dotted(file), name: COLLECTION };
  return { classPath: [dotted(file), ...rest].join('.'), name: last + parameters };
}

/** The file of a node id, with `/` on every system. */
export function fileOfNodeId(nodeId: string): string {
  const end = nodeId.indexOf('::');
  return posix(end < 0 ? nodeId : nodeId.slice(0, end));
}

/**
 * The node id: the name that pytest takes on its command line. Undefined where the file is not the one that
 * the test was collected from: JUnit names the file of a base class for the tests that come from it.
 */
export function nodeId(file: string, { classPath, name }: Named): string | undefined {
  const module = dotted(file);
  if (classPath !== module && !classPath.startsWith(`${module}.`)) return undefined;
  const classes = classPath === module ? [] : classPath.slice(module.length + 1).split('.');
  return [capped(posix(file), MAX_FILE), ...classes, capped(name, MAX_NAME)].join('::');
}

/** The name to show where no file is known. */
export function dottedId({ classPath, name }: Named): string {
  return `${capped(classPath === '' ? NO_CLASS : classPath, MAX_FILE)}::${capped(name, MAX_NAME)}`;
}

/** The same for all spellings of one test: dotted class path, `::`, name with parameters. */
export function testKey(id: string): string {
  return dottedId(splitNodeId(id));
}

/** A test's name in the parts that stay when its file is moved, and the part that does not. */
export interface Structure {
  /** Dotted path of the file. */
  readonly module: string;
  /** Classes with a dot between them; empty for a function of the module. */
  readonly classes: string;
  readonly name: string;
}

/**
 * Take an id apart into file, classes and name. Where no file is known, classes are told from modules by
 * their capital letter, as Python's naming rules have it.
 */
export function structureOf(id: string): Structure {
  const { classPath, name } = splitNodeId(id);
  const place = fileOfNodeId(id);
  const module = dotted(place);
  if (module !== place) return { module, classes: classPath.slice(module.length + 1), name };
  const parts = classPath.split('.');
  const first = parts.findLastIndex((part) => !/^_*[A-Z]/.test(part)) + 1;
  return { module: parts.slice(0, first).join('.'), classes: parts.slice(first).join('.'), name };
}

/** `tests/unit/test_names.py` → `tests.unit.test_names`; what is dotted already stays as it is. */
function dotted(file: string): string {
  return posix(file).replaceAll('/', '.').replace(/\.py$/, '');
}

function posix(path: string): string {
  return path.replaceAll('\\', '/');
}

function capped(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${text.slice(0, max - 15)}…${checksum(text)}`;
}

/** Fourteen hex digits of a 53-bit hash (cyrb53): names, not secrets, are told apart by it. */
export function checksum(text: string): string {
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 2654435761);
    high = Math.imul(high ^ unit, 1597334677);
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  return (4294967296 * (2097151 & high) + (low >>> 0)).toString(16).padStart(14, '0');
}
