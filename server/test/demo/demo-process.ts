import { Temporal } from '@confab/shared';
import { openApp } from '../../src/app.ts';
import { startLines } from '../../src/console/start-lines.ts';

// The demo as `npm start` runs it, but for media, in a process that a test can kill.
const opened = await openApp({
  mode: 'demo',
  env: process.env,
  clock: () => Temporal.Now.instant(),
  createMediaNode: null,
});
if (!opened.ok) throw new Error(JSON.stringify(opened.faults));
process.send?.(startLines(opened.app));
process.on('SIGTERM', () => void opened.app.close().then(() => process.exit(0)));
