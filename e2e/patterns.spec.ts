/** Every pattern's page keeps its promise in a real browser: "Run both" gives two matches. */
import { loadPatterns } from '../src/patterns/load.ts';
import { ExamplePage } from './support/example.ts';
import { EVERY_ENGINE, expect, test } from './support/test.ts';

const patterns = loadPatterns();
const topics = [...new Set(patterns.map(({ topic }) => topic))];

/** Chromium holds every promise; the others a few: they differ in engine, not in Python. */
const IN_EVERY_ENGINE: readonly string[] = ['async', 'celery', 'services'];

for (const topic of topics) {
  test(
    `"Run both" on each page of ${topic} gives two matches`,
    IN_EVERY_ENGINE.includes(topic) ? EVERY_ENGINE : {},
    async ({ engine, site }) => {
      const all = patterns.filter((pattern) => pattern.topic === topic);
      const pages = engine.name === 'chromium' ? all : all.slice(0, 1);
      test.setTimeout(pages.length * 60_000);
      for (const { code, variants } of pages) {
        const [wrong, right] = ['wrong', 'right'].map((side) => variants.find(({ name }) => name === side));
        if (!wrong || !right) throw new Error(`${code} has no wrong or no right variant`);
        const example = new ExamplePage(engine, site, code);
        await example.open();
        await example.runBoth();
        for (const { name } of [wrong, right]) {
          const status = await example.until(name, { source: 'live', run: 'idle' });
          expect.soft(status, `${code}, ${name}`).toMatchObject({ claim: 'match', source: 'live' });
        }
      }
    },
  );
}
