import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import type { Fault } from '../config/config.ts';
import { troubleOf } from './sqlite-fault.ts';

type Held = { ok: true; held: Disposable } | { ok: false; fault: Fault };

/**
 * Holds a data folder for this process alone, for as long as it lives: two servers on one folder
 * would not hear of each other. The system frees it, however the process ends.
 */
export function holdFolder(folder: string): Held {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'confab.lock');
  let lock: SqliteDatabase.Database | null = null;
  try {
    lock = new SqliteDatabase(file, { timeout: 0 });
    lock.exec('BEGIN EXCLUSIVE');
    const held = lock;
    return { ok: true, held: { [Symbol.dispose]: () => void held.close() } };
  } catch (error) {
    lock?.close();
    const trouble = troubleOf(error);
    if (trouble === null) throw error;
    return { ok: false, fault: trouble === 'locked' ? another : useless(file) };
  }
}

const another: Fault = {
  variable: 'CONFAB_DATA',
  wrong: 'another Confab runs on this folder',
  mend: 'End it, or name another folder',
};

/** Nothing is kept in it. */
const useless = (file: string): Fault => ({
  variable: file,
  wrong: 'it cannot be used',
  mend: 'Remove it, and see that its folder belongs to the user that runs Confab',
});
