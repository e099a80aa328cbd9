import { defineConfig } from 'vitest/config';

const include = ['test/**/*.test.ts'];

/** Every rule is proved twice: on the runtime's own Temporal and on the polyfill. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'native', include, env: { TEMPORAL: 'native' } } },
      {
        test: {
          name: 'polyfill',
          include,
          env: { TEMPORAL: 'polyfill' },
          setupFiles: ['./test/without-temporal.ts'],
        },
      },
    ],
  },
});
