import { openApp } from '@confab/server/app';
import { createMediaNode } from '@confab/sfu';
import { Temporal } from '@confab/shared';

/**
 * Confab as it is served, but for its clock, which the test moves. This entry is the only place
 * where time can be moved, and no build holds it.
 */
let offset = Number(process.env['STAGE_CLOCK_OFFSET'] ?? 0);
const clock = () =>
  Temporal.Instant.fromEpochMilliseconds(Temporal.Now.instant().epochMilliseconds + offset);

const opened = await openApp({
  mode: process.argv[2] === 'demo' ? 'demo' : 'serve',
  env: process.env,
  clock,
  createMediaNode: process.env['STAGE_APART'] ? null : createMediaNode,
});
if (!opened.ok) throw new Error(JSON.stringify(opened.faults));
const { app } = opened;
process.send?.({ setupCode: app.setupCode });

process.on('message', (message: { offset: number }) => {
  offset = message.offset;
  process.send?.({ offset });
});
process.on('SIGTERM', () => {
  void app.close().then(() => process.exit(0));
});
