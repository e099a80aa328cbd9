// @ts-check
// `npm run serve`: set-up, then the server for real use, without the demo.
import { clientBuild } from './setup/client-build.mjs';
import { orSayWhy } from './setup/failure.mjs';
import { mediaWorker } from './setup/media-worker.mjs';
import { packages } from './setup/packages.mjs';
import { becomes, spawnUnderNode } from './setup/server.mjs';
import { doSteps } from './setup/steps.mjs';

await orSayWhy(async () => {
  await doSteps([packages, mediaWorker, clientBuild]);
  await becomes(spawnUnderNode(['server/src/main.ts', 'serve']));
});
