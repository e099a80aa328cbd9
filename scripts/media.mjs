// @ts-check
// `npm run media`, and `pnpm --filter sfu start`: set-up without the pages, which a media node does
// not serve, then the node on its own.
import { orSayWhy } from './setup/failure.mjs';
import { mediaWorker } from './setup/media-worker.mjs';
import { packages } from './setup/packages.mjs';
import { becomes, spawnUnderNode } from './setup/server.mjs';
import { doSteps } from './setup/steps.mjs';

await orSayWhy(async () => {
  await doSteps([packages, mediaWorker]);
  // pnpm tells the whole group to end: the node would hear it twice, and its workers die of it,
  // instead of waiting for the last room.
  const apart = { detached: true };
  await becomes(spawnUnderNode(['sfu/src/main.ts'], apart), apart);
});
