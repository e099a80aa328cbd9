// The server as people run it, without a media node. Told by its arguments how many works share a commit.
import { openApp } from '../../server/src/app.ts';
import { Temporal } from '@confab/shared';
import { answerMemory } from '../frame/memory.ts';

const works = Number(process.argv[2] ?? 0);
const opened = await openApp({
  mode: 'serve',
  env: process.env,
  clock: () => Temporal.Now.instant(),
  createMediaNode: () => Promise.reject(new Error('There are no calls here')),
  build: import.meta.dirname,
  ...(works > 0 && { stretch: { works, ms: 8 } }),
});
if (!opened.ok) throw new Error(JSON.stringify(opened.faults));
answerMemory();
process.on('SIGTERM', () => void opened.app.close().then(() => process.exit(0)));
process.on('disconnect', () => process.exit());
process.send?.({ origin: opened.app.origins[0] });
