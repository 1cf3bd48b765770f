import { Trouble } from './trouble.mjs';

/** One package of a pinned requirements file. */
export interface Requirement {
  /** Lower case, such as "python-dateutil". */
  readonly name: string;
  /** Such as "sys_platform == 'win32'", or undefined where it is always wanted. */
  readonly marker: string | undefined;
  /** The whole entry with its hashes, as it stands in the file. */
  readonly text: string;
}

/**
 * Reads a requirements file as `uv pip compile --generate-hashes` and pip-tools write it.
 *
 * @throws Trouble for an entry of another form: none may be passed over in silence
 */
export function readRequirements(text: string): Requirement[] {
  const entries: Requirement[] = [];
  const lines = text.split(/\r?\n/).filter((line) => !/^\s*(#|$)/.test(line));
  for (const entry of lines.length === 0 ? [] : lines.join('\n').split(/\n(?=\S)/)) {
    const head = /^([A-Za-z0-9._-]+)==[^\s;\\]+(?:\s*;\s*([^\\\n]*?))?(?=\s*\\|\s+--hash|\s*$)/.exec(entry);
    if (!head?.[1])
      throw new Trouble(`a requirements file may only hold "name==version" with hashes, not: ${entry}`);
    entries.push({ name: head[1].toLowerCase(), marker: head[2], text: entry });
  }
  return entries;
}

/** What the markers of a requirements file are held against in the browser: Pyodide, CPython 3.14. */
const BROWSER: Readonly<Record<string, string>> = {
  sys_platform: 'emscripten',
  platform_system: 'Emscripten',
  platform_python_implementation: 'CPython',
  implementation_name: 'cpython',
  os_name: 'posix',
};

/**
 * Says whether the browser wants a package. pip holds markers against the machine that it runs on, so the same
 * file would give other packages on Windows; this gives the same ones everywhere.
 *
 * @throws Trouble for a marker that is not a plain comparison: then this function has to learn it
 */
export function wantedInBrowser({ name, marker }: Requirement): boolean {
  if (marker === undefined) return true;
  const parts = /^(\w+)\s*(==|!=)\s*'([^']*)'$/.exec(marker.trim());
  const [, variable = '', sign, value] = parts ?? [];
  const here = BROWSER[variable];
  if (here === undefined) {
    throw new Trouble(
      `python/requirements.txt: ${name}: cannot tell for the browser whether "${marker}" holds.`,
    );
  }
  return (here === value) === (sign === '==');
}
