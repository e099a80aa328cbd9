// @ts-check
// `npm run dev`: the demo server, started anew at each change, and pages that reload themselves.
import { join } from 'node:path';
import { checkout } from './setup/checkout.mjs';
import { orSayWhy } from './setup/failure.mjs';
import { mediaWorker } from './setup/media-worker.mjs';
import { packages } from './setup/packages.mjs';
import { becomes, serverAs, spawnUnderNode } from './setup/server.mjs';
import { doSteps } from './setup/steps.mjs';

await orSayWhy(async () => {
  await doSteps([packages, mediaWorker]);
  const client = join(checkout, 'client');
  const vite = join(client, 'node_modules/vite/bin/vite.js');
  const server = spawnUnderNode(['--watch', '--watch-preserve-output', ...serverAs('demo')]);
  const pages = spawnUnderNode([vite, 'dev'], { cwd: client });
  // Whichever ends takes the other with it.
  server.on('close', () => pages.kill());
  pages.on('close', () => server.kill());
  await Promise.all([becomes(server), becomes(pages)]);
});
