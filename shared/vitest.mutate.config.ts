import { defineConfig } from 'vitest/config';

/** Mutants are judged on the runtime's own Temporal; the polyfill would only repeat it. */
export default defineConfig({
  test: { include: ['test/under-mutation.ts'], testTimeout: 60_000, env: { TEMPORAL: 'native' } },
});
