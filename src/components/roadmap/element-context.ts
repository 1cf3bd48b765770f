import { safeLink } from '../../feed/live/links.ts';
import { withBase } from '../site/url.ts';
import type { ViewContext } from './view.ts';

const wordsOf = (text: string | undefined): string[] => (text ?? '').split(' ').filter((word) => word !== '');

/** The view's surroundings from the attributes that the build gave an element; `feed` is absolute. */
export function elementContext({ dataset }: HTMLElement, feed: string): ViewContext {
  const hosts = wordsOf(dataset.linkHosts);
  return {
    url: (path) => withBase(dataset.base ?? '/', path),
    link: (address) => safeLink(address, feed, location.href, hosts),
    codes: new Set(wordsOf(dataset.codes)),
  };
}
