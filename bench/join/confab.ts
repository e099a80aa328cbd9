// Confab as it is served, its media where the relay finds it.
import { openApp } from '../../server/src/app.ts';
import { createMediaNode } from '@confab/sfu';
import { Temporal } from '@confab/shared';
import { announcedHost, workerHost } from './ports.ts';

const opened = await openApp({
  mode: 'serve',
  env: process.env,
  clock: () => Temporal.Now.instant(),
  createMediaNode: (options) =>
    createMediaNode({
      ...options,
      listen: { ...options.listen, ip: workerHost, announcedAddresses: [announcedHost] },
    }),
});
if (!opened.ok) throw new Error(JSON.stringify(opened.faults));
process.on('SIGTERM', () => void opened.app.close().then(() => process.exit(0)));
process.on('disconnect', () => process.exit());
process.send?.({ setupCode: opened.app.setupCode, pid: process.pid });
