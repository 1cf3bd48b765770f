/**
 * Links that carry a reader's code, in the part of the address that never leaves the browser:
 *
 *     #<anchor>~e1.<packed>        #right-apply~e1.eNpVjk…
 *
 * `e1` is the version of the format. Packed is JSON: the code of the example (or `playground`), the
 * files that differ from the published ones, and pytest's arguments where they differ. Each changed
 * file is there as a whole, not as a patch: such links stand in reviews for years, and must show the
 * same code when the page has long changed.
 *
 * A link is text from a stranger. Reading one gives data marked `origin: 'link'` or a refusal in words;
 * nothing here runs anything, and a page must not run it before the reader asks.
 */
import * as v from 'valibot';
import type { Files } from '../../../patterns/pattern.ts';
import { pack, unpack } from './compress.ts';
import { isSafePath } from './files.ts';

/** Longest packed part, in characters. */
export const MOST_PACKED = 64 * 1024;
/** Largest JSON, in bytes of UTF-8. */
export const MOST_UNPACKED = 256 * 1024;
const MOST_FILES = 50;
const MOST_ARGUMENTS = 50;
/** Chat programs cut or refuse longer links; say so beside the button. */
export const LONGEST_FOR_CHAT = 2_000;

export interface ShareContent {
  /** The example's code, or another name that the page goes by, as `playground`. */
  readonly code: string;
  /** Where on the page it belongs: a variant's name; empty for the page itself. */
  readonly anchor: string;
  /** Only files that differ from the published ones. */
  readonly files: Files;
  /** pytest's arguments, if they are not the published ones. */
  readonly arguments?: readonly string[];
}

export interface SharedCode extends ShareContent {
  readonly kind: 'shared';
  readonly origin: 'link';
}

export type ShareReading =
  /** An ordinary address. */
  | { readonly kind: 'none'; readonly anchor: string }
  | SharedCode
  | { readonly kind: 'refused'; readonly anchor: string; readonly problem: ShareProblem };

export interface ShareProblem {
  readonly kind:
    'damaged' | 'other-version' | 'other-code' | 'unknown-file' | 'unsafe-file' | 'too-large' | 'unsupported';
  /** For the reader: what is wrong, and what to do. */
  readonly words: string;
}

/** What a page takes. */
export interface ShareTarget {
  readonly code: string;
  /** Paths that code for this anchor may bring; without it, any that is safe (a playground). */
  readonly knownFiles?: (anchor: string) => readonly string[];
}

export type ShareLink =
  | { readonly kind: 'link'; readonly hash: string }
  | { readonly kind: 'refused'; readonly problem: ShareProblem };

const VERSION = 'e1';
const payloadSchema = v.strictObject({
  c: v.string(),
  f: v.pipe(v.array(v.strictTuple([v.string(), v.string()])), v.maxLength(MOST_FILES)),
  a: v.optional(v.pipe(v.array(v.string()), v.maxLength(MOST_ARGUMENTS))),
});

/** The hash of a link, `#` included. */
export async function writeShare(content: ShareContent): Promise<ShareLink> {
  if (typeof CompressionStream !== 'function') return refusal('unsupported');
  const { code, anchor, files } = content;
  const unsafe = Object.keys(files).find((path) => !isSafePath(path));
  if (unsafe !== undefined) return refusal('unsafe-file', unsafe);
  const json = JSON.stringify({
    c: code,
    f: Object.entries(files),
    ...(content.arguments && { a: content.arguments }),
  });
  const isTooMuch =
    Object.keys(files).length > MOST_FILES || (content.arguments?.length ?? 0) > MOST_ARGUMENTS;
  if (isTooMuch || new TextEncoder().encode(json).length > MOST_UNPACKED) return refusal('too-large');
  const packed = await pack(json);
  if (packed.length > MOST_PACKED) return refusal('too-large');
  return { kind: 'link', hash: `#${encode(anchor)}~${VERSION}.${packed}` };
}

/** Read the hash of an address, with or without `#`. */
export async function readShare(hash: string, target: ShareTarget): Promise<ShareReading> {
  const { anchor, version, packed } = split(hash);
  if (version === undefined) return { kind: 'none', anchor };
  const refuse = (kind: ShareProblem['kind'], about = ''): ShareReading => ({
    ...refusal(kind, about),
    anchor,
  });

  if (version !== VERSION) return refuse('other-version');
  if (packed.length > MOST_PACKED) return refuse('too-large');
  if (typeof DecompressionStream !== 'function') return refuse('unsupported');
  const unpacked = await unpack(packed, MOST_UNPACKED);
  if (unpacked.kind !== 'text') return refuse(unpacked.kind);
  const payload = v.safeParse(payloadSchema, parseJson(unpacked.text));
  if (!payload.success) return refuse('damaged');

  const { c: code, f: entries, a } = payload.output;
  if (code !== target.code) return refuse('other-code', code);
  const unsafe = entries.find(([path]) => !isSafePath(path));
  if (unsafe) return refuse('unsafe-file', unsafe[0]);
  const known = target.knownFiles?.(anchor);
  const unknown = known && entries.find(([path]) => !known.includes(path));
  if (unknown) return refuse('unknown-file', unknown[0]);
  const files = Object.fromEntries(entries);
  return { kind: 'shared', origin: 'link', code, anchor, files, ...(a && { arguments: a }) };
}

function split(hash: string): { anchor: string; version: string | undefined; packed: string } {
  const text = hash.replace(/^#/, '');
  const [, before = '', version, packed = ''] = /^([^~]*)~(e\d+)\.(.*)$/s.exec(text) ?? [];
  return { anchor: decode(version === undefined ? text : before), version, packed };
}

/** `~` too, which ends the anchor. */
function encode(anchor: string): string {
  return encodeURIComponent(anchor).replaceAll('~', '%7E');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refusal(kind: ShareProblem['kind'], about = ''): { kind: 'refused'; problem: ShareProblem } {
  return { kind: 'refused', problem: { kind, words: wordsFor(kind, shown(about)) } };
}

function wordsFor(kind: ShareProblem['kind'], about: string): string {
  switch (kind) {
    case 'damaged':
      return 'The code in this link is damaged: a part of it is missing or changed, as happens when a long link is cut. Ask for the link again. The published code is shown instead.';
    case 'other-version':
      return 'The code in this link was written in a format that this page does not know. Reload the page to get its newest version. The published code is shown instead.';
    case 'other-code':
      return `The code in this link belongs to ${about}, not to this page. The published code is shown instead.`;
    case 'unknown-file':
      return `The link brings a file that this example does not have (${about}), so it was not taken. The published code is shown instead.`;
    case 'unsafe-file':
      return `A file of this name cannot be shared: ${about}. Names are relative, with / between folders.`;
    case 'too-large':
      return `This is too much code for a link: ${MOST_UNPACKED / 1024} kB in ${MOST_FILES} files are the most, and ${MOST_PACKED / 1024} kB when packed. Share it as a zip instead.`;
    case 'unsupported':
      return 'This browser is too old for code in links: it has no CompressionStream. Share the code as a zip instead.';
  }
}

/** A name from a stranger, short enough for a sentence. */
function shown(name: string): string {
  const clean = name.replace(/\p{Cc}/gu, '�');
  return clean.length > 60 ? `${clean.slice(0, 60)}…` : clean;
}
