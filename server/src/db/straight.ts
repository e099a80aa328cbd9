import type { SqliteDatabase, SqliteStatement } from 'kysely';
import type { Tx } from './database.ts';
import type { CachedStatements } from './statement-cache.ts';

/** The connection under each transaction of the embedded store, while it is open. */
const under = new WeakMap<Tx, CachedStatements>();

/** What is in SQL already may go to the connection straight, until {@link part}. */
export const join = (tx: Tx, connection: CachedStatements): void => void under.set(tx, connection);

export const part = (tx: Tx): void => void under.delete(tx);

/** Null on PostgreSQL, and once the transaction has ended. */
export const connectionUnder = (tx: Tx): CachedStatements | null => under.get(tx) ?? null;

/**
 * A statement for the connection itself: on the way through Kysely it costs as much again. Stays
 * prepared where it ran last.
 */
export class Straight {
  readonly #sql: string;
  #on: SqliteDatabase | null = null;
  #prepared: SqliteStatement | null = null;

  constructor(sql: string) {
    this.#sql = sql;
  }

  rows(connection: SqliteDatabase, parameters: readonly unknown[]): unknown[] {
    const kept = connection === this.#on ? this.#prepared : null;
    const statement = kept ?? connection.prepare(this.#sql);
    [this.#on, this.#prepared] = [connection, statement];
    if (statement.reader) return statement.all(parameters);
    statement.run(parameters);
    return [];
  }
}
