// @ts-check
// `npm start`: set-up, then the demo on http://localhost:3000.
import { clientBuild } from './setup/client-build.mjs';
import { orSayWhy } from './setup/failure.mjs';
import { mediaWorker } from './setup/media-worker.mjs';
import { packages } from './setup/packages.mjs';
import { becomes, serverAs, spawnUnderNode } from './setup/server.mjs';
import { doSteps } from './setup/steps.mjs';

await orSayWhy(async () => {
  await doSteps([packages, mediaWorker, clientBuild]);
  await becomes(spawnUnderNode(serverAs('demo')));
});
