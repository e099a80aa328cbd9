// @ts-check
// `npm run serve`: set-up, then the server for real use, without the demo, and beside it the media
// node, each a process of its own. With SFU_URLS the nodes are on other machines.
import { clientBuild } from './setup/client-build.mjs';
import { orSayWhy } from './setup/failure.mjs';
import { mediaWorker } from './setup/media-worker.mjs';
import { packages } from './setup/packages.mjs';
import { becomes, serverAs, spawnUnderNode } from './setup/server.mjs';
import { sideBySide } from './setup/siblings.mjs';
import { doSteps } from './setup/steps.mjs';

const server = serverAs('serve');

await orSayWhy(async () => {
  await doSteps([packages, mediaWorker, clientBuild]);
  if (process.env['SFU_URLS']?.trim()) return becomes(spawnUnderNode(server));
  await sideBySide([
    { name: 'server', args: server, stopsAt: 'SIGTERM' },
    // At SIGTERM a node waits for the last room to end.
    { name: 'media node', args: ['sfu/src/main.ts'], stopsAt: 'SIGINT' },
  ]);
});
