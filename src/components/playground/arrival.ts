/** What a page shows when it is opened: the reader's own files, or those of the link that led here. */
import type { Project } from '../../playground/project.ts';
import type { LinkReading } from './links.ts';

/** What stands above the files, and so which choices the reader has. */
export type Banner =
  | { readonly kind: 'none' }
  | { readonly kind: 'from-link' }
  | { readonly kind: 'from-example'; readonly name: string }
  /** The reader has kept or changed this link's files before; those are shown. */
  | { readonly kind: 'seen-before'; readonly title: string }
  /** The files came with a link and are kept now, beside the reader's others. */
  | { readonly kind: 'kept-beside'; readonly title: string }
  | { readonly kind: 'refused'; readonly words: string };

export interface Arrival {
  readonly project: Project;
  readonly banner: Banner;
}

export interface ArrivalFacts {
  readonly reading: LinkReading;
  /** What the reader had open last, or the first files. */
  readonly own: Project;
  readonly kept: readonly Project[];
  /** Name of the example that this very link was made from, in this tab; undefined for any other link. */
  readonly example: string | undefined;
  /** Titles and ids for files that are not kept yet. */
  readonly fresh: (title: string) => Pick<Project, 'id' | 'title'>;
}

/** Nothing of a link is kept, and nothing of the reader's is changed, by arriving. */
export function arrive({ reading, own, kept, example, fresh }: ArrivalFacts): Arrival {
  switch (reading.kind) {
    case 'none':
      return { project: own, banner: { kind: 'none' } };
    case 'refused':
      return { project: own, banner: reading };
    case 'files': {
      const { fingerprint } = reading;
      const before = kept.find(({ origin }) => origin.kind !== 'own' && origin.fingerprint === fingerprint);
      if (before) return { project: before, banner: { kind: 'seen-before', title: before.title } };
      return fromLink(reading, example, fresh);
    }
  }
}

/** The link's own files, though the reader has a changed set of them. */
export function fromLink(
  { content, fingerprint }: LinkReading & { kind: 'files' },
  example: string | undefined,
  fresh: ArrivalFacts['fresh'],
): Arrival {
  const project: Project = {
    ...fresh(example ?? 'From a link'),
    origin:
      example === undefined ? { kind: 'link', fingerprint } : { kind: 'example', fingerprint, name: example },
    ...content,
    revision: 0,
  };
  const banner: Banner =
    example === undefined ? { kind: 'from-link' } : { kind: 'from-example', name: example };
  return { project, banner };
}

export type BannerAction = 'keep' | 'show-link' | 'back';

/** What the banner says, and what it offers. */
export function bannerWords(banner: Banner): {
  readonly words: string;
  readonly actions: readonly BannerAction[];
} {
  switch (banner.kind) {
    case 'none':
      return { words: '', actions: [] };
    case 'from-link':
      return {
        words:
          'These files came with the link you followed; they are not yours and not this site’s. Read them, then press Run: they do not run by themselves. Your own files are kept as they were.',
        actions: ['keep', 'back'],
      };
    case 'from-example':
      return {
        words: `These are the files of ${banner.name}, with your edits if you made any. Your own files are kept as they were.`,
        actions: ['keep', 'back'],
      };
    case 'seen-before':
      return {
        words: `You have followed this link before and kept its files: here they are as you left them, as “${banner.title}”.`,
        actions: ['show-link', 'back'],
      };
    case 'kept-beside':
      return {
        words: `These files came with a link. They are kept now as “${banner.title}”, beside your own.`,
        actions: ['back'],
      };
    case 'refused':
      return { words: banner.words, actions: ['back'] };
  }
}

export const BANNER_BUTTONS: Readonly<Record<BannerAction, string>> = {
  keep: 'Keep these files too',
  'show-link': 'Show the link’s own files',
  back: 'Back to my files',
};
