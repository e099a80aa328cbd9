import { defineConfig } from 'vitest/config';

const include = ['test/**/*.test.ts'];

/** Properties take seconds, and more on a busy machine. */
const testTimeout = 60_000;

const setupFiles = ['../scripts/check/properties.ts'];

/** Every rule is proved twice: on the runtime's own Temporal and on the polyfill. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'native', include, testTimeout, setupFiles, env: { TEMPORAL: 'native' } } },
      {
        test: {
          name: 'polyfill',
          include,
          testTimeout,
          env: { TEMPORAL: 'polyfill' },
          setupFiles: [...setupFiles, './test/without-temporal.ts'],
        },
      },
    ],
  },
});
