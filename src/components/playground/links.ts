/** Links that carry a playground's files, in the format of `example/edits/share.ts`. */
import { contentHash } from '../example/edits/files.ts';
import { readShare, writeShare, LONGEST_FOR_CHAT, type ShareProblem } from '../example/edits/share.ts';
import { joinArguments, splitArguments } from '../../playground/arguments.ts';
import { sizeProblem } from '../../playground/limits.ts';
import { byPath, toSourceFiles, type SourceFile } from '../../playground/source-file.ts';
import { filesProblem } from '../../playground/workspace.ts';

/** What a link carries. */
export interface LinkContent {
  readonly files: readonly SourceFile[];
  /** As typed. */
  readonly arguments: string;
  readonly withBackend: boolean;
}

export type LinkWriting =
  /** `words` say what the reader should know of a link that works. */
  | { readonly kind: 'link'; readonly hash: string; readonly words?: string }
  | { readonly kind: 'refused'; readonly words: string };

export type LinkReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'files'; readonly content: LinkContent; readonly fingerprint: string }
  | { readonly kind: 'refused'; readonly words: string };

const CODE = 'playground';
/** The part of a link that can be read: whether the sample backend lies under the files. */
const WITH_APP = 'with-app';
const ALONE = 'files';

/** The hash of a link, `#` included. */
export async function writeLink(content: LinkContent): Promise<LinkWriting> {
  const split = splitArguments(content.arguments);
  if (split.kind === 'refused') return split;
  const share = await writeShare({
    code: CODE,
    anchor: content.withBackend ? WITH_APP : ALONE,
    files: byPath(content.files),
    ...(split.arguments.length > 0 && { arguments: split.arguments }),
  });
  if (share.kind === 'refused') return { kind: 'refused', words: share.problem.words };
  const { hash } = share;
  return hash.length > LONGEST_FOR_CHAT
    ? {
        kind: 'link',
        hash,
        words: `The link has over ${hash.length} characters; some chat programs cut links that long. The zip has no such limit.`,
      }
    : { kind: 'link', hash };
}

/** Read the hash of the page's address; nothing in it is run. */
export async function readLink(hash: string): Promise<LinkReading> {
  const reading = await readShare(hash, { code: CODE });
  if (reading.kind === 'none') return { kind: 'none' };
  if (reading.kind === 'refused') return { kind: 'refused', words: refusalWords(reading.problem) };
  const files = toSourceFiles(reading.files);
  const problem = filesProblem(files) ?? sizeProblem(files);
  if (problem !== undefined) {
    return { kind: 'refused', words: `The files in this link were not taken. ${problem}` };
  }
  const content: LinkContent = {
    files,
    arguments: joinArguments(reading.arguments ?? []),
    withBackend: reading.anchor === WITH_APP,
  };
  return { kind: 'files', content, fingerprint: contentHash(JSON.stringify(content)) };
}

/** The example's words speak of published code, which a playground has not. */
function refusalWords({ kind, words }: ShareProblem): string {
  switch (kind) {
    case 'damaged':
      return 'The files in this link are damaged: a part of the link is missing or changed, as happens when a long link is cut. Ask for the link again. Your own files are shown instead.';
    case 'other-version':
      return 'The files in this link were written in a format that this page does not know. Reload the page to get its newest version. Your own files are shown instead.';
    case 'other-code':
      return 'The code in this link belongs to a pattern’s page, not to the playground. Your own files are shown instead.';
    case 'unknown-file':
    case 'unsafe-file':
    case 'too-large':
    case 'unsupported':
      return `The files in this link were not taken. ${words}`;
  }
}
