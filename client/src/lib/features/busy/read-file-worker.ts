import { busyTimes } from '@confab/shared/calendar';
import type { Given } from './read-file.ts';

async function answer({ file, zone, within }: Given): Promise<void> {
  // One that cannot be read any more is no calendar either.
  const text = await file.text().catch(() => '');
  self.postMessage(busyTimes(text, { zone, within }));
}

self.addEventListener('message', ({ data }: MessageEvent<Given>) => void answer(data));
