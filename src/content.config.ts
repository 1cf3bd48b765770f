import { defineCollection } from 'astro:content';
import { docsSchema } from '@astrojs/starlight/schema';
import { glob } from 'astro/loaders';

export const collections = {
  // Only .mdx files are pages. Starlight's docsLoader() would take .md and five more endings as well, and
  // pattern folders hold whole projects: a README.md of a variant must not become a page.
  // Names that begin with an underscore are left out, as Starlight does.
  docs: defineCollection({
    loader: glob({ base: './src/content/docs', pattern: '**/[^_]*.mdx' }),
    schema: docsSchema(),
  }),
};
