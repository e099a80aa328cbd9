import { defineConfig } from 'vitest/config';

/** What never opens a store, and what lives on SQLite's files; everything else runs on both. */
const elsewhere = [
  'test/demo/**',
  'test/accounts/{attempts,crowd}.test.ts',
  'test/calendars/{allowance,fetch,reader}.test.ts',
  'test/config/{documented,read,secrets,several-servers,start-lines}.test.ts',
  'test/http/{closing,edge,pages}.test.ts',
  'test/in-turns.test.ts',
  'test/lines/{lanes,precedence}.test.ts',
  'test/lock.test.ts',
  'test/media/**',
  'test/push/encrypt.test.ts',
  'test/rules/**',
  'test/sqlite/**',
  'test/trouble/**',
];

/** Nothing here takes a second by itself; a busy machine takes its time. */
const testTimeout = 60_000;

const setupFiles = ['../scripts/check/properties.ts'];

export default defineConfig({
  test: {
    // On two cores the usual is one; much of what is tested waits for a disk or a clock.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'server',
          include: ['test/**/*.test.ts'],
          exclude: ['test/{neighbours,postgres}/**'],
          testTimeout,
          setupFiles,
          hookTimeout: testTimeout,
        },
      },
      {
        test: {
          name: 'server on PostgreSQL',
          include: ['test/**/*.test.ts'],
          exclude: elsewhere,
          globalSetup: 'test/postgres/set-up.ts',
          testTimeout,
          setupFiles,
          hookTimeout: testTimeout,
        },
      },
    ],
  },
});
