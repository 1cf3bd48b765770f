/** How an npm package reaches a reader's browser, and where its licence text is. */
export interface ShippedPackage {
  readonly name: string;
  /** Licence files, from the package's folder; another package's where both are one project. */
  readonly texts: readonly string[];
  /** What a reader should know: what is in it, where the source is. */
  readonly note?: string;
}

const own = ['LICENSE'];

/** Our own copies of texts that no package carries. */
export const TEXTS = 'scripts/licences/texts';

/**
 * The npm packages of which something is sent to readers. A package that browser code imports must stand here or
 * in BUILD_ONLY; unlisted.ts holds the source to that.
 */
export const SHIPPED: readonly ShippedPackage[] = [
  {
    name: 'pyodide',
    texts: ['mpl-2.0.txt', 'cpython.txt', 'inside-pyodide.txt'].map((file) => `/${TEXTS}/${file}`),
    note:
      'Pyodide is under the MPL 2.0 and is sent as published, unchanged; its source is at ' +
      'https://github.com/pyodide/pyodide. It carries CPython 3.14 with its standard library (Python Software ' +
      'Foundation License; source at https://github.com/python/cpython) and the libraries named after both texts.',
  },
  { name: 'monaco-editor', texts: ['LICENSE', 'ThirdPartyNotices.txt'] },
  {
    name: 'dompurify',
    texts: own,
    note: 'Part of Monaco. Dual licence; we take it under the Apache License 2.0.',
  },
  { name: 'marked', texts: ['LICENSE.md'], note: 'Part of Monaco.' },
  { name: 'astro', texts: own },
  { name: '@astrojs/starlight', texts: own },
  { name: 'expressive-code', texts: own, note: 'The frames and the copy buttons of code blocks.' },
  { name: 'pagefind', texts: ['LICENSE/LICENSE'], note: 'The search.' },
  {
    name: '@pagefind/default-ui',
    texts: ['/node_modules/pagefind/LICENSE/LICENSE'],
    note: 'The search box.',
  },
  { name: 'valibot', texts: ['LICENSE.md'] },
  { name: 'saxes', texts: [`/${TEXTS}/saxes.txt`], note: 'Its npm package carries no licence file.' },
  { name: 'xmlchars', texts: own, note: 'Part of saxes.' },
  { name: 'diff', texts: own },
  { name: 'fflate', texts: own, note: 'Packs an example as a zip.' },
  {
    name: 'zstddec',
    texts: own,
    note: 'Unpacks Python; Zstandard itself, compiled to WebAssembly, is part of it.',
  },
  { name: '@fontsource-variable/atkinson-hyperlegible-next', texts: own },
  { name: '@fontsource-variable/atkinson-hyperlegible-mono', texts: own },
];

/** Imported in src/, but only while pages are made: nothing of them is sent to readers. */
export const BUILD_ONLY: readonly string[] = ['@astrojs/markdown-satteri', 'shiki', 'vite', 'yaml'];
