import type { ViewContext } from './view.ts';

/** Surroundings for tests: pages below /base/, no foreign links, one pattern page. */
export const testContext: ViewContext = {
  url: (path) => `/base/${path}`,
  link: (address) => (address?.startsWith('https://ci.example/') === true ? address : null),
  codes: new Set(['CEL001']),
};
