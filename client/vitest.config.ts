import { defineConfig } from 'vitest/config';

/** Pure modules run in Node; pages are tested in real Chromium by the journeys. */
export default defineConfig({ test: { include: ['src/**/*.test.ts'], environment: 'node' } });
