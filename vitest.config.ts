import { defineConfig } from 'vitest/config';
import { locateWorker } from './scripts/worker/locate.mjs';

const worker = locateWorker();
const plain = ['shared', 'migrations', 'server', 'sfu', 'scripts'];

// The client's tests run in its own folder, where Kit finds itself: see scripts/check/tests.ts.
export default defineConfig({
  test: {
    projects: [
      ...plain.map((name) => ({
        test: {
          name,
          include: [`${name}/**/*.test.ts`],
          // Tests of media run on the real worker, as the product does.
          env: worker ? { MEDIASOUP_WORKER_BIN: worker } : {},
        },
      })),
    ],
  },
});
