/** An example or a playground as a zip that plain `pytest` runs. Import it when it is asked for: fflate comes with it. */
import { strToU8, zipSync, type Zippable } from 'fflate';
import type { Files } from '../../../patterns/pattern.ts';
import { isSafePath } from './files.ts';

export interface Project {
  /** The folder in the zip, and what the file is called: `CEL001-wrong`. */
  readonly name: string;
  /** First line of the README, in plain text. */
  readonly title: string;
  /** Where it comes from. */
  readonly url?: string;
  /** Everything that a run has: the backend with the variant laid over it (`runFiles`). */
  readonly files: Files;
  /** pytest's arguments, if any. */
  readonly arguments?: readonly string[];
  /** Packages with their versions, as recorded: `celery` to `5.7.0`. */
  readonly versions: Readonly<Record<string, string>>;
}

/** Recorded versions that pip does not install. */
const NO_PACKAGES = ['python', 'pyodide'];

/**
 * The zip's bytes. Files of the reader's own win over the README and the requirements that are added.
 * @throws Error naming a file whose path leaves the folder; `isSafePath` says which do.
 */
export function projectZip(project: Project, at = new Date()): Uint8Array<ArrayBuffer> {
  const { name, files } = project;
  const unsafe = [name, ...Object.keys(files)].find((path) => !isSafePath(path));
  if (unsafe !== undefined) throw new Error(`${JSON.stringify(unsafe)} is no file name that a zip may hold`);
  const all: Files = { 'README.md': readme(project), 'requirements.txt': requirements(project), ...files };
  const entries: Zippable = Object.fromEntries(
    Object.entries(all).map(([path, text]) => [`${name}/${path}`, strToU8(text)]),
  );
  return zipSync(entries, { mtime: at });
}

function readme({ title, url, arguments: args }: Project): string {
  const command = ['pytest', ...(args ?? []).map(quoted)].join(' ');
  const from = url === undefined ? '' : `\nFrom ${url}\n`;
  return `# ${title}
${from}
Run it, best in a virtual environment:

    python -m pip install -r requirements.txt
    ${command}
`;
}

function requirements({ versions }: Project): string {
  const lines = Object.entries(versions)
    .filter(([name]) => !NO_PACKAGES.includes(name))
    .map(([name, version]) => `${name}==${version}\n`);
  return lines.join('');
}

/** As a shell wants it. */
function quoted(argument: string): string {
  return /^[\w./:=@-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", `'\\''`)}'`;
}
