import { defineConfig } from 'vitest/config';

const patience = 60_000;

/** Real workers and browsers: one file at a time, with patience. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: patience,
    hookTimeout: patience,
  },
});
