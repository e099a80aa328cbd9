import type { Database } from 'better-sqlite3';
import type { Changes } from './changes.ts';
import type { Tx } from './database.ts';
import type { Turn } from './turn.ts';

/**
 * Does works inside a transaction that others share: what one of them wrote is undone alone when it
 * throws. @throws Error when the transaction is no more what it was: SQLite undoes the whole of one
 * by itself at some faults (a full disk, no memory, input and output), and says so nowhere else
 */
export function savepoints(
  sqlite: Database,
  changes: Changes,
): (tx: Tx, turn: Turn) => Promise<void> {
  const begin = sqlite.prepare('savepoint work');
  const undo = sqlite.prepare('rollback to work');
  const end = sqlite.prepare('release work');
  return async (tx, turn) => {
    begin.run();
    const failed = await turn.take(tx);
    if (!sqlite.inTransaction)
      throw new Error('SQLite undid the whole transaction', { cause: failed?.thrown });
    if (failed) {
      undo.run();
      changes.everything();
    }
    end.run();
  };
}
