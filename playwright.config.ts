import { defineConfig } from '@playwright/test';
import { BROWSERS } from './scripts/setup/browser-table.ts';
import { EVERY_ENGINE, type EngineOption } from './e2e/support/test.ts';

/** End-to-end tests drive the built site in real browsers, on the real runtime. */
export default defineConfig<object, EngineOption>({
  testDir: 'e2e',
  // A run in the browser uses a core of its own; two at once on two cores only wait for each other.
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  // On a shared machine a neighbour can eat a core for half a minute; a second try is listed as flaky, not hidden.
  retries: 1,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  outputDir: 'test-results/artefacts',
  projects: (Object.keys(BROWSERS) as EngineOption['engineName'][]).map((engineName) => ({
    name: engineName,
    use: { engineName },
    // Chromium runs all; the others, what a reader does, the sandbox, the limits and the faults.
    ...(engineName !== 'chromium' && { grep: new RegExp(EVERY_ENGINE.tag) }),
  })),
  // Tracing every test would take a third of the machine; a test that failed is tried again with it.
  use: { trace: 'on-first-retry', screenshot: 'only-on-failure' },
});
