import { fileURLToPath } from 'node:url';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { baseLinks } from './src/components/site/base-links.ts';
import { stylesOnIntent } from './src/components/example/editor/styles-on-intent.ts';
import { sidebar } from './src/components/site/sidebar.ts';
import { darkCode, lightCode } from './src/styles/code-themes.ts';

// Where the site is served; everything else is relative to these two.
const site = process.env.SITE_URL ?? 'http://127.0.0.1:4321';
const base = process.env.BASE_PATH ?? '/';

export default defineConfig({
  site,
  base,
  trailingSlash: 'ignore',
  // Links in pages are written from the root, `/p/CEL001/`; see base-links.ts.
  markdown: { processor: satteri({ hastPlugins: [baseLinks(base)] }) },
  vite: { plugins: [stylesOnIntent()] },
  integrations: [
    starlight({
      title: 'Redgreen',
      description:
        'A runnable handbook of Python test patterns: the wrong test and the right test, side by side, in your browser.',
      customCss: ['./src/styles/theme.css'],
      favicon: '/favicon.svg',
      // Ours is src/pages/404.astro.
      disable404Route: true,
      sidebar: sidebar(fileURLToPath(new URL('./src/content/docs', import.meta.url))),
      components: {
        Head: './src/components/site/Head.astro',
        Header: './src/components/site/Header.astro',
        SiteTitle: './src/components/site/SiteTitle.astro',
        PageFrame: './src/components/site/PageFrame.astro',
        PageTitle: './src/components/site/PageTitle.astro',
        Hero: './src/components/site/Hero.astro',
      },
      // Starlight's own credit stands in our footer.
      credits: false,
      expressiveCode: {
        themes: [darkCode, lightCode],
        // Output is read, not indented: let long error lines wrap on a phone.
        defaultProps: { overridesByLang: { 'console,text,txt,plaintext': { wrap: true } } },
        styleOverrides: {
          borderRadius: 'var(--rg-radius)',
          borderColor: 'var(--rg-rule)',
          codeBackground: 'var(--rg-sheet)',
          codeForeground: 'var(--rg-ink)',
          codeFontFamily: 'var(--rg-mono)',
          codeFontSize: 'var(--rg-code-size)',
          codeLineHeight: 'var(--rg-code-line)',
          uiFontFamily: 'var(--rg-sans)',
          textMarkers: {
            delBackground: 'var(--rg-red-bg)',
            delBorderColor: 'var(--rg-red)',
            delDiffIndicatorColor: 'var(--rg-red)',
            insBackground: 'var(--rg-green-bg)',
            insBorderColor: 'var(--rg-green)',
            insDiffIndicatorColor: 'var(--rg-green)',
            markBackground: 'var(--rg-amber-bg)',
            markBorderColor: 'var(--rg-amber)',
          },
          frames: {
            frameBoxShadowCssValue: 'none',
            editorTabBarBackground: 'var(--rg-shade)',
            editorActiveTabBackground: 'var(--rg-sheet)',
            editorActiveTabForeground: 'var(--rg-ink)',
            editorActiveTabIndicatorTopColor: 'var(--rg-ink)',
            terminalBackground: 'var(--rg-sheet)',
            terminalTitlebarBackground: 'var(--rg-shade)',
            terminalTitlebarForeground: 'var(--rg-ink)',
          },
        },
      },
    }),
    mdx(),
  ],
});
