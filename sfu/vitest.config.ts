import { defineConfig } from 'vitest/config';

/** Real workers and browsers: one file at a time, with patience. */
export default defineConfig({
  test: { include: ['test/**/*.test.ts'], fileParallelism: false, testTimeout: 60_000 },
});
