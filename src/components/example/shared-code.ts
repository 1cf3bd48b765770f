/** Code that came with a link: shown with a banner, never run by itself, never written over the reader's own. */
import { readShare, writeShare, LONGEST_FOR_CHAT } from './edits/share.ts';
import { changedFiles } from './edits/files.ts';
import type { ExampleCode } from './example-code.ts';
import type { ExampleData } from './example-data.ts';
import { part } from './variant-view.ts';

const BANNER =
  'This code came with the link you followed; it is not this page’s and not yours. Read it, then press Run: it does not run by itself.';

export interface LinkTarget {
  readonly data: ExampleData;
  readonly code: ExampleCode;
  readonly section: (variant: string) => HTMLElement | undefined;
}

/** The variant that the address names, after showing the code it carries, if it carries any. */
export async function followLink(hash: string, target: LinkTarget): Promise<string> {
  const { data, code } = target;
  const reading = await readShare(hash, {
    code: data.code,
    knownFiles: (anchor) => [...Object.keys(code.published(anchor)), ...Object.keys(data.app)],
  });
  const section = target.section(reading.anchor);
  if (!section || reading.kind === 'none') return reading.anchor;
  if (reading.kind === 'refused') {
    showBanner(section, reading.problem.words);
    return reading.anchor;
  }
  const isApp = (path: string): boolean => path in data.app;
  const entries = Object.entries(reading.files);
  code.show(reading.anchor, Object.fromEntries(entries.filter(([path]) => !isApp(path))));
  code.show('app', Object.fromEntries(entries.filter(([path]) => isApp(path))));
  showBanner(section, BANNER);
  return reading.anchor;
}

/** Back to the reader's own code. */
export function discardLink(section: HTMLElement, variant: string, code: ExampleCode): void {
  code.showOwn(variant);
  code.showOwn('app');
  part(section, '[data-from-link]').hidden = true;
}

/** The link to a variant as it stands in the editor; `words` says what the reader should know of it. */
export async function linkTo(
  url: string,
  variant: string,
  data: ExampleData,
  code: ExampleCode,
): Promise<{ readonly link: string; readonly words?: string }> {
  const files = {
    ...changedFiles(code.published(variant), code.files(variant)),
    ...changedFiles(code.published('app'), code.files('app')),
  };
  if (Object.keys(files).length === 0) return { link: `${url}#${variant}` };
  const share = await writeShare({ code: data.code, anchor: variant, files });
  if (share.kind === 'refused') return { link: `${url}#${variant}`, words: share.problem.words };
  const link = `${url}${share.hash}`;
  return link.length > LONGEST_FOR_CHAT
    ? { link, words: `The link has ${link.length} characters; some chat programs cut links that long.` }
    : { link };
}

function showBanner(section: HTMLElement, words: string): void {
  part(section, '[data-from-link-words]').textContent = words;
  part(section, '[data-from-link]').hidden = false;
}
