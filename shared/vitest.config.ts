import { defineConfig } from 'vitest/config';

const include = ['test/**/*.test.ts'];

/** Properties take seconds, and more on a busy machine. */
const testTimeout = 60_000;

/** Every rule is proved twice: on the runtime's own Temporal and on the polyfill. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'native', include, testTimeout, env: { TEMPORAL: 'native' } } },
      {
        test: {
          name: 'polyfill',
          include,
          testTimeout,
          env: { TEMPORAL: 'polyfill' },
          setupFiles: ['./test/without-temporal.ts'],
        },
      },
    ],
  },
});
