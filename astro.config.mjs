import mdx from '@astrojs/mdx';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

export default defineConfig({
  // Where the site is served; everything else is relative to these two.
  site: process.env.SITE_URL ?? 'http://127.0.0.1:4321',
  base: process.env.BASE_PATH ?? '/',
  trailingSlash: 'ignore',
  integrations: [
    starlight({
      title: 'Redgreen',
      description:
        'A runnable handbook of Python test patterns: the wrong test and the right test, side by side, in your browser.',
      customCss: ['./src/styles/theme.css'],
      sidebar: [],
    }),
    mdx(),
  ],
});
