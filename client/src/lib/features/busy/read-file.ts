import { packBusy, reachFrom, type SourceFault } from '@confab/shared';
import type { BusyRead, Reading } from '@confab/shared/calendar';

/** What the thread is given. */
export interface Given extends Reading {
  file: File;
}

export type FileRead =
  { ok: true; busy: number[]; leftOut: number } | { ok: false; fault: SourceFault };

/** Bytes of a file, and milliseconds for reading it. */
const most = 5 * 1024 * 1024;
const patience = 15_000;

/**
 * When somebody is busy by a calendar's file, as it is sent. The file is read here, in a thread that
 * is ended when it takes too long: nothing else of it leaves the device.
 *
 * @param zone IANA zone of its owner @param now milliseconds since the epoch
 * @see A8
 */
export async function readFile(file: File, zone: string, now: number): Promise<FileRead> {
  if (file.size > most) return { ok: false, fault: 'too-large' };
  const thread = new Worker(new URL('read-file-worker.ts', import.meta.url), { type: 'module' });
  const { promise, resolve } = Promise.withResolvers<BusyRead>();
  const late = setTimeout(() => resolve({ ok: false, fault: 'too-much' }), patience);
  thread.addEventListener('message', ({ data }: MessageEvent<BusyRead>) => resolve(data));
  thread.addEventListener('error', () => resolve({ ok: false, fault: 'no-calendar' }));
  thread.postMessage({ file, zone, within: reachFrom(now, 'file') } satisfies Given);
  const read = await promise;
  clearTimeout(late);
  thread.terminate();
  return read.ok ? { ...read, busy: packBusy(read.busy) } : read;
}
