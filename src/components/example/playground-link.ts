/** "Open in playground": a link that carries a variant's files, with the reader's edits. */
import { joinArguments } from '../../playground/arguments.ts';
import { toSourceFiles } from '../../playground/source-file.ts';
import { rememberExample } from '../playground/handoff.ts';
import { writeLink, type LinkContent } from '../playground/links.ts';
import type { ExampleCode } from './example-code.ts';
import type { ExampleData } from './example-data.ts';

/** The variant's own files and the shown files of the app; the rest of the app lies under them. */
export function playgroundContent(data: ExampleData, code: ExampleCode, variant: string): LinkContent {
  const published = data.variants.find(({ name }) => name === variant);
  const own = toSourceFiles(code.files(variant));
  // A playground opens its first file, and a reader looks for the test first.
  const isTest = ({ path }: { path: string }): boolean => /(^|\/)test_[^/]*\.py$/.test(path);
  return {
    files: [
      ...own.filter(isTest),
      ...own.filter((file) => !isTest(file)),
      ...toSourceFiles(code.files('app')),
    ],
    arguments: joinArguments(published?.arguments ?? []),
    withBackend: true,
  };
}

/**
 * Keep the links of an example up to date. A link is written when a reader comes near it, so that it also
 * works in a new tab, and once more on a plain click.
 */
export function followPlaygroundLinks(root: HTMLElement, data: ExampleData, code: ExampleCode): void {
  for (const link of root.querySelectorAll<HTMLAnchorElement>('a[data-open-playground]')) {
    const variant = link.closest<HTMLElement>('[data-variant]')?.dataset.variant ?? '';
    const plain = link.href;
    const write = async (): Promise<string> => {
      const written = await writeLink(playgroundContent(data, code, variant));
      if (written.kind === 'refused') return plain;
      link.href = `${plain}${written.hash}`;
      return written.hash;
    };
    for (const near of ['pointerenter', 'focus', 'pointerdown'] as const) {
      link.addEventListener(near, () => void write());
    }
    link.addEventListener('click', (event) => {
      if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      void write().then((hash) => {
        rememberExample(hash, `${data.code}, ${variant}`);
        location.assign(link.href);
      });
    });
  }
}
