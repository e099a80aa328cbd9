import { Temporal } from '@confab/shared';
import { openApp } from '../../src/app.ts';

// Confab as it is served, in a process that a test can end as it likes; media nodes are elsewhere.
// However the test ends, and whatever it waits for itself, it does not outlive it.
process.on('disconnect', () => process.exit());
const opened = await openApp({
  mode: 'serve',
  env: process.env,
  clock: () => Temporal.Now.instant(),
  createMediaNode: null,
});
if (!opened.ok) throw new Error(JSON.stringify(opened.faults));
const { app } = opened;
const stop = (code: number) => void app.close().then(() => process.exit(code));
process.on('SIGTERM', () => {
  stop(0);
});
void app.outdated.then(() => {
  stop(1);
});
process.send?.({ setupCode: app.setupCode });
