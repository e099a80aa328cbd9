import { once } from 'node:events';
import { fdatasync } from 'node:fs';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import SqliteDatabase from 'better-sqlite3';

/** What the thread is asked: SQLite's kinds of checkpoint, or to end. */
export type Asked = 'PASSIVE' | 'RESTART' | 'TRUNCATE' | 'end';
/** How far it came, in pages of the log, and how many its file is long; or why not. */
export type Told =
  { log: number; checkpointed: number; room: number } | { code: string; message: string };

export interface CheckpointParts {
  file: string;
  /** A descriptor of the same file. Whoever closes one takes the locks of SQLite with it. */
  descriptor: number;
  /** Rows that the connection which writes has changed. */
  changes: () => number;
  /** Runs the work while that connection does nothing. */
  alone: (work: () => Promise<unknown>) => Promise<unknown>;
  failed: (error: Error) => void;
}

export interface CheckpointPace {
  /** Milliseconds between two looks whether anything was written. */
  every: number;
  /** Pages of 4 KiB from which on the log begins anew. */
  most: number;
}

const usual: CheckpointPace = { every: 500, most: 8_192 };

const putOnDisk = promisify(fdatasync);

/**
 * Keeps the log of the embedded database short, in a thread and on a connection of its own: on the
 * one that writes, a checkpoint would make everybody wait for the disk. A passive one keeps nobody
 * from writing, but under a steady stream of commands the log never begins anew by that alone: once
 * it is long, and all of it is in the database but what came last, writing rests for the moment
 * that it takes to bring over the remainder. Then it is written over from its start, and cut off only
 * where it had become far too long. While more is written, SQLite leaves it to that last step to put
 * all that was brought over on the disk; so that is done before. Owns its timer and its thread.
 */
export function keepCheckpointed(
  { file, descriptor, changes, alone, failed }: CheckpointParts,
  { every, most }: CheckpointPace = usual,
): AsyncDisposable {
  let worker: Worker | null = null;
  let seen = changes();
  let running: Promise<void> | null = null;

  const thread = (): Worker => {
    if (worker) return worker;
    const started = new Worker(new URL('checkpoint-worker.ts', import.meta.url), {
      workerData: { file },
    });
    // Whoever asks is told by what it waits for; the next one starts another.
    started.on('error', () => undefined);
    started.on('exit', () => {
      if (worker === started) worker = null;
    });
    return (worker = started);
  };
  const ask = async (kind: Exclude<Asked, 'end'>) => {
    const asked = thread();
    asked.ref();
    asked.postMessage(kind);
    const [told] = (await once(asked, 'message').finally(() => asked.unref())) as [Told];
    if ('code' in told) throw new SqliteDatabase.SqliteError(told.message, told.code);
    return told;
  };
  const checkpoint = async () => {
    const { log, checkpointed, room } = await ask('PASSIVE');
    // It may have begun anew by itself meanwhile: the file stays as long as it was.
    const tooLong = room >= 3 * most;
    if (log < most && !tooLong) return;
    // Somebody who reads elsewhere, such as a backup, holds the log as it was.
    if (checkpointed < log) return;
    // The first takes long; what came meanwhile is little, and soon there, too.
    await putOnDisk(descriptor);
    await ask('PASSIVE');
    await putOnDisk(descriptor);
    // To write over what lies there costs less than to let a file grow, with each sync above all.
    await alone(() => ask(tooLong ? 'TRUNCATE' : 'RESTART'));
  };

  const timer = setInterval(() => {
    const now = changes();
    if (now === seen || running) return;
    seen = now;
    running = checkpoint()
      .catch((error: unknown) => {
        // What was not brought over stands in the log, and is tried again.
        seen = -1;
        failed(error instanceof Error ? error : new Error(String(error)));
      })
      .finally(() => {
        running = null;
      });
  }, every);
  timer.unref();

  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      await running;
      if (!worker) return;
      worker.ref();
      const ended = once(worker, 'exit');
      worker.postMessage('end' satisfies Asked);
      await ended;
    },
  };
}
