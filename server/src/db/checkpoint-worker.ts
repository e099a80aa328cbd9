import { statSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import SqliteDatabase from 'better-sqlite3';
import type { Asked, Told } from './checkpoints.ts';

// Brings what was committed from the log into the database's own file, on a connection of its own:
// the writing and syncing of pages happens beside whoever is being answered, not before.
const { file } = workerData as { file: string };
const sqlite = new SqliteDatabase(file, { fileMustExist: true, timeout: 0 });
sqlite.pragma('synchronous = FULL');

/** Bytes of a page in the log, with what stands before it. */
const page = 4_096 + 24;

const done = (asked: Exclude<Asked, 'end'>): Told => {
  try {
    const rows = sqlite.pragma(`wal_checkpoint(${asked})`) as {
      log: number;
      checkpointed: number;
    }[];
    const { log = 0, checkpointed = 0 } = rows[0] ?? {};
    const { size = 0 } = statSync(`${file}-wal`, { throwIfNoEntry: false }) ?? {};
    return { log, checkpointed, room: Math.floor(size / page) };
  } catch (error) {
    if (!(error instanceof SqliteDatabase.SqliteError)) throw error;
    return { code: error.code, message: error.message };
  }
};

parentPort?.on('message', (asked: Asked) => {
  if (asked !== 'end') return parentPort?.postMessage(done(asked));
  sqlite.close();
  parentPort?.close();
});
