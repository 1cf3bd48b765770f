/**
 * A plugin for the build: Monaco's style sheets travel inside its script. Astro links every style sheet
 * that a page's script can reach, however late it is imported, from the page's head: 115 kB that would
 * hold up the first paint of every page, for an editor that few readers open.
 */
import type { Plugin } from 'vite';

const MARK = '\0style-on-intent:';
const HELPER = new URL('add-style.ts', import.meta.url).pathname;

export function stylesOnIntent(): Plugin {
  return {
    name: 'redgreen:styles-on-intent',
    enforce: 'pre',
    apply: 'build',
    async resolveId(source, importer) {
      if (!source.endsWith('.css') || !importer?.includes('/monaco-editor/')) return undefined;
      const resolved = await this.resolve(source, importer, { skipSelf: true });
      // Without its ending, or Vite would take the module itself for a style sheet.
      return resolved && { id: MARK + resolved.id.replace(/\.css$/, ''), moduleSideEffects: true };
    },
    load(id) {
      if (!id.startsWith(MARK)) return undefined;
      const sheet = JSON.stringify(`${id.slice(MARK.length)}.css?inline`);
      return `import sheet from ${sheet};\nimport { addStyle } from ${JSON.stringify(HELPER)};\naddStyle(sheet);`;
    },
  };
}
