import { defineConfig } from 'vitest/config';

const include = ['test/**/*.test.ts'];

/** Every rule is proved twice: on the runtime's own Temporal and on the polyfill. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'native', include } },
      { test: { name: 'polyfill', include, setupFiles: ['./test/without-temporal.ts'] } },
    ],
  },
});
