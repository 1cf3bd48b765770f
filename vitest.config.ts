import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
    // Two cores: more workers only take turns.
    maxWorkers: 2,
  },
});
