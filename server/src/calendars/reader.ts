import { Worker } from 'node:worker_threads';
import type { BusyRead, Reading } from '@confab/shared/calendar';

/** What the thread is given: the calendar's bytes, and how to read them. */
export interface Given extends Reading {
  body: Uint8Array;
}

/** Reads calendars, one after the other; owns its thread. */
export interface CalendarReader extends AsyncDisposable {
  /** Never throws: what takes too long, or too much memory, is `too-much`. */
  read(body: Uint8Array, reading: Reading): Promise<BusyRead>;
}

export interface ReaderParts {
  /** Milliseconds for one calendar. */
  patience?: number;
  /** Megabytes. */
  memory?: number;
}

/** Milliseconds after which a thread that has nothing to do ends. */
const idleFor = 10_000;

/**
 * Calendars are what somebody else has written, and may be written to take for ever: they are read in
 * a thread, which is ended when one takes too long.
 */
export function openReader({ patience = 10_000, memory = 128 }: ReaderParts = {}): CalendarReader {
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const thread = (): Worker => {
    if (worker) return worker;
    const started = new Worker(new URL('reader-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 32 },
      // What a library says of somebody's calendar is nobody's to read.
      stdout: true,
      stderr: true,
    });
    started.on('exit', () => {
      if (worker === started) worker = null;
    });
    return (worker = started);
  };

  const end = async () => {
    clearTimeout(idle);
    const ended = worker;
    worker = null;
    await ended?.terminate();
  };

  const once = async (given: Given): Promise<BusyRead> => {
    clearTimeout(idle);
    const reading = thread();
    const { promise, resolve } = Promise.withResolvers<BusyRead | null>();
    const gaveUp = () => resolve(null);
    const late = setTimeout(gaveUp, patience);
    reading.once('message', resolve).once('error', gaveUp).once('exit', gaveUp);
    reading.postMessage(given);
    const answer = await promise;
    clearTimeout(late);
    reading
      .removeAllListeners('message')
      .removeAllListeners('error')
      .on('error', () => undefined);
    reading.off('exit', gaveUp);
    if (answer === null) await end();
    else idle = setTimeout(() => void end(), idleFor).unref();
    return answer ?? { ok: false, fault: 'too-much' };
  };

  return {
    read(body, reading) {
      const read = last.then(() => once({ body, ...reading }));
      last = read;
      return read;
    },
    async [Symbol.asyncDispose]() {
      await last;
      await end();
    },
  };
}
