import { pino } from 'pino';
import { Temporal } from '@confab/shared';
import { readNodeConfig, type NodeFault } from './config/read.ts';
import { startFault } from './start-fault.ts';
import { Station } from './station/station.ts';

const read = await readNodeConfig(process.env);
if (!read.ok) giveUp(read.faults);
const { logLevel, ...config } = read.config;
const log = pino({ level: logLevel });
const clock = () => Temporal.Now.instant();
const station = await Station.open({ ...config, clock, log }).catch((error: unknown) =>
  giveUp([startFault(error, config)]),
);
// Before anything is said: whoever hears of it may tell it to end at once.
const stop = () => void station[Symbol.asyncDispose]().then(() => process.exit(0));
process.on('SIGINT', stop);
let draining = false;
process.on('SIGTERM', () => {
  // Told twice: now.
  if (draining) return stop();
  draining = true;
  log.info(
    { rooms: station.node.status().rooms.length },
    'draining: no new rooms; ends after the last',
  );
  void station.drain().then(stop);
});
log.info(
  { host: config.host, port: station.port, media: config.listen.port },
  'the media node listens',
);
// Whoever started this process may want to know.
process.send?.('listening');

function giveUp(faults: readonly NodeFault[]): never {
  console.error('The media node cannot start:');
  for (const { variable, wrong, mend } of faults)
    console.error(`  ${variable}: ${wrong}. ${mend}.`);
  process.exit(1);
}
