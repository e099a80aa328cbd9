import type { Database } from 'better-sqlite3';
import type { Changes } from './changes.ts';
import type { Tx } from './database.ts';
import type { Turn } from './turn.ts';

/** A work has thrown after it had written something, with nothing to undo that by alone. */
export class HalfDone extends Error {}

/**
 * Does a work inside a transaction that others share.
 * @throws Error when the transaction is no more what it was: SQLite undoes the whole of one by
 * itself at some faults (a full disk, no memory, input and output), and says so nowhere else
 */
type Doing = (tx: Tx, turn: Turn) => Promise<void>;

/** The two ways to do works together, on this connection. */
export function together(
  sqlite: Database,
  changes: Changes,
): { plainly: Doing; inSavepoint: Doing } {
  const begin = sqlite.prepare('savepoint work');
  const undo = sqlite.prepare('rollback to work');
  const end = sqlite.prepare('release work');
  const done = async (tx: Tx, turn: Turn): Promise<boolean> => {
    const failed = await turn.take(tx);
    if (!sqlite.inTransaction)
      throw new Error('SQLite undid the whole transaction', { cause: failed?.thrown });
    return failed === null;
  };
  return {
    /** @throws HalfDone */
    async plainly(tx, turn) {
      const before = changes.written;
      if (!(await done(tx, turn)) && changes.written !== before) throw new HalfDone();
    },
    /** What a work wrote is undone alone when it throws. */
    async inSavepoint(tx, turn) {
      begin.run();
      if (!(await done(tx, turn))) {
        undo.run();
        changes.everything();
      }
      end.run();
    },
  };
}
