import { Temporal } from '@confab/shared';
import { openApp } from '../../src/app.ts';
import type { LookoutPace } from '../../src/gateway/lookout.ts';

// Confab as it is served, in a process that a test can end as it likes; media nodes are elsewhere.
// However the test ends, and whatever it waits for itself, it does not outlive it.
process.on('disconnect', () => process.exit());
const { LOOKOUT } = process.env;
const opened = await openApp({
  mode: 'serve',
  env: process.env,
  clock: () => Temporal.Now.instant(),
  createMediaNode: null,
  ...(LOOKOUT && { lookout: JSON.parse(LOOKOUT) as LookoutPace }),
});
if (!opened.ok) {
  const { faults } = opened;
  await new Promise((told) => process.send?.({ faults }, told));
  process.exit(1);
}
const { app } = opened;
const stop = (code: number) => void app.close().then(() => process.exit(code));
process.on('SIGTERM', () => {
  stop(0);
});
void app.outdated.then(() => {
  stop(1);
});
process.send?.({ setupCode: app.setupCode });
