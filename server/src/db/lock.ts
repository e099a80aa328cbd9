import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';

/**
 * Holds a data folder for this process alone, for as long as it lives: two servers on one folder
 * would not hear of each other. The system frees it, however the process ends.
 * @returns null when another holds it
 */
export function holdFolder(folder: string): Disposable | null {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = new SqliteDatabase(join(folder, 'confab.lock'), { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    return null;
  }
  return { [Symbol.dispose]: () => void lock.close() };
}
