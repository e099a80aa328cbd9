import type { SqliteDatabase } from 'kysely';
import type { Tx } from './database.ts';

/** The connection under each transaction of the embedded store, while it is open. */
const under = new WeakMap<Tx, SqliteDatabase>();

/** What is in SQL already may go to the connection straight, until {@link part}. */
export const join = (tx: Tx, connection: SqliteDatabase): void => void under.set(tx, connection);

export const part = (tx: Tx): void => void under.delete(tx);

/**
 * Runs a statement on the connection itself: on the way through Kysely it costs as much again.
 * @returns its rows; null where that way is not open, for Kysely to go its own
 */
export function straight(tx: Tx, sql: string, parameters: readonly unknown[]): unknown[] | null {
  const statement = under.get(tx)?.prepare(sql);
  if (!statement) return null;
  if (statement.reader) return statement.all(parameters);
  statement.run(parameters);
  return [];
}
