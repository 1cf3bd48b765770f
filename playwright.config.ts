import { defineConfig } from '@playwright/test';

/** End-to-end tests drive the built site in real browsers, on the real runtime. */
export default defineConfig({
  testDir: 'e2e',
  // A run in the browser uses a core of its own; two at once on two cores only wait for each other.
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  // On a shared machine a neighbour can eat a core for half a minute; a second try is listed as flaky, not hidden.
  retries: process.env.CI ? 1 : 0,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  outputDir: 'test-results/artefacts',
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
});
