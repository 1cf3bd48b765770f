import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
    // Two cores: more workers only take turns.
    maxWorkers: 2,
    // A test that hangs must end; one on a busy machine must not fail for that.
    testTimeout: 60_000,
  },
});
