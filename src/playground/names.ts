/** Names that a reader, or a link, may give to a file; each refusal says what to do instead. */
import { LONGEST_PATH, isSafePath } from './paths.ts';

export interface NameProblem {
  readonly kind: 'empty' | 'too-long' | 'unsafe' | 'reserved' | 'taken' | 'taken-but-for-case' | 'folder';
  readonly words: string;
}

/** The name as it is kept: without spaces around it, accents written in the one way that all systems share. */
export function tidyName(typed: string): string {
  return typed.trim().normalize('NFC');
}

/** What is wrong with a new file's name beside the others'; undefined if nothing is. */
export function nameProblem(path: string, others: readonly string[]): NameProblem | undefined {
  if (path === '') return problem('empty', 'Give the file a name, such as test_orders.py.');
  if (path.length > LONGEST_PATH) {
    return problem('too-long', `This name has ${path.length} characters; ${LONGEST_PATH} are the most.`);
  }
  if (!isSafePath(path)) return problem('unsafe', unsafeWords(path));
  const reserved = path.split('/').find(isReserved);
  if (reserved !== undefined) {
    return problem('reserved', `${shown(reserved)} cannot be used as a name: ${reservedWords(reserved)}.`);
  }
  return clash(path, others);
}

function unsafeWords(path: string): string {
  if (path.includes('\\')) return `Write ${shown(path)} with / between folders, not with \\.`;
  if (path.startsWith('/') || /^[a-z]:/i.test(path)) {
    return `${shown(path)} is a place on a computer. Names here begin in the project's folder: tests/test_orders.py.`;
  }
  if (path.split('/').includes('..')) {
    return `${shown(path)} leads out of the project's folder. Leave out the “..”.`;
  }
  if (path.endsWith('/'))
    return `${shown(path)} names a folder. Add a file to it: ${shown(path)}test_orders.py.`;
  return `${shown(path)} is no name that every system can write. Use letters, digits, “_”, “-” and “.”, and / between folders.`;
}

/** Names of devices on Windows, with any ending. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
/** What Git, Python and the runner write themselves. */
const OURS = /^(\.git|__pycache__|redgreen_runner(\.py)?)$/i;

function isReserved(name: string): boolean {
  return DEVICE.test(name) || OURS.test(name);
}

function reservedWords(name: string): string {
  return DEVICE.test(name) ? 'Windows keeps it for a device' : 'Git, Python or the test runner uses it';
}

/** Two files where one system has room for one: the zip could not be unpacked there. */
function clash(path: string, others: readonly string[]): NameProblem | undefined {
  if (others.includes(path)) {
    return problem(
      'taken',
      `There is a file ${shown(path)} already. Choose another name, or edit that file.`,
    );
  }
  const folded = path.toLowerCase();
  for (const other of others) {
    const known = other.toLowerCase();
    if (known === folded) {
      return problem(
        'taken-but-for-case',
        `${shown(path)} and ${shown(other)} differ only in capitals, which are one file on Windows and macOS. Choose another name.`,
      );
    }
    if (known.startsWith(`${folded}/`)) {
      return problem(
        'folder',
        `${shown(path)} is a folder already: ${shown(other)} lies in it. Choose another name.`,
      );
    }
    if (folded.startsWith(`${known}/`)) {
      return problem('folder', `${shown(other)} is a file, so no file can lie in it. Choose another folder.`);
    }
  }
  return undefined;
}

function problem(kind: NameProblem['kind'], words: string): NameProblem {
  return { kind, words };
}

/** A name from a stranger, short enough for a sentence. */
export function shown(name: string): string {
  const clean = name.replace(/\p{Cc}/gu, '�');
  return clean.length > 60 ? `${clean.slice(0, 60)}…` : clean;
}
