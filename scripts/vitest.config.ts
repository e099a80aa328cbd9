import { defineConfig } from 'vitest/config';

/** Much here starts processes, which takes a busy machine a while. */
export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    testTimeout: 60_000,
    setupFiles: ['check/properties.ts'],
  },
});
