/** A playground's files as a zip that plain `pytest` runs. */
import { runFiles, type Files } from '../../patterns/pattern.ts';
import { splitArguments } from '../../playground/arguments.ts';
import type { Project } from '../../playground/project.ts';
import { byPath } from '../../playground/source-file.ts';

/**
 * Hand the reader the zip.
 * @param packages what it asks pip for: package to version
 * @param url of the page, without its hash
 * @returns words if nothing came of it
 */
export async function download(
  project: Project,
  packages: Readonly<Record<string, string>>,
  url: string,
): Promise<string | undefined> {
  const split = splitArguments(project.arguments);
  if (split.kind === 'refused') return split.words;
  try {
    const { projectZip } = await import('../example/edits/zip.ts');
    const name = folderName(project.title);
    const bytes = projectZip({
      name,
      title: project.title,
      url,
      files: await allFiles(project),
      arguments: split.arguments,
      versions: packages,
    });
    hand(new Blob([bytes], { type: 'application/zip' }), `${name}.zip`);
    return undefined;
  } catch (problem) {
    return `The zip could not be made: a part of this page could not be fetched. Connect and press again; your files are kept. (${String(problem)})`;
  }
}

async function allFiles(project: Project): Promise<Files> {
  const own = byPath(project.files);
  if (!project.withBackend) return own;
  const backend = await import('../../generated/backend.json');
  return runFiles(backend.default, own);
}

/** A name that every system can write: `CEL001, wrong` is `cel001-wrong`. */
export function folderName(title: string): string {
  const plain = title
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '');
  return `redgreen-${plain === '' ? 'files' : plain}`;
}

function hand(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has taken it by the next turn, and the bytes need not stay in memory.
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 10_000);
}
