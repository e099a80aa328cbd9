import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/** Some build modules, for which a busy machine takes its time. */
const testTimeout = 60_000;

/**
 * Rules of pages and live state run in Node, with Svelte's runes as a browser has them; what is
 * drawn is tested in real Chromium by the journeys.
 */
export default defineConfig({
  plugins: [svelte({ configFile: false })],
  resolve: { conditions: ['browser'] },
  test: {
    include: ['{src,build-steps}/**/*.test.ts'],
    environment: 'node',
    testTimeout,
    setupFiles: ['../scripts/check/properties.ts'],
  },
});
