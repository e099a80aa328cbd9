import { parentPort } from 'node:worker_threads';
import { busyTimes } from '@confab/shared/calendar';
import type { Given } from './reader.ts';

parentPort?.on('message', ({ body, zone, within }: Given) => {
  const text = new TextDecoder().decode(body);
  parentPort?.postMessage(busyTimes(text, { zone, within }));
});
