import { Kysely, PostgresDialect } from 'kysely';
import { Pool, TypeOverrides, types as known } from 'pg';
import type { Db } from './database.ts';
import { migrate } from './migrate.ts';
import { PostgresStore } from './postgres-store.ts';
import type { Store } from './store.ts';

/** Lines to the database that one server opens at most; each command has one while it is decided. */
const mostLines = 20;
/** Milliseconds. A server that hangs must not keep what it holds; nothing waits for ever. */
const patience = { connecting: 10_000, forLock: 10_000, idleInside: 30_000 };

/** Counts are whole numbers far below 2^53; `pg` alone would make text of them. */
const types = new TypeOverrides();
types.setTypeParser(known.builtins.INT8, Number);

/**
 * Opens the store in a PostgreSQL database and migrates it if need be; servers that start at once
 * wait for each other.
 * @param lost told when an idle line to the database breaks; the next use opens another
 * @throws Error when the database cannot be reached, or is newer than this Confab
 */
export async function openPostgres(
  url: string,
  lost: (error: Error) => void = () => undefined,
): Promise<Store> {
  const pool = new Pool({
    connectionString: url,
    application_name: 'confab',
    max: mostLines,
    connectionTimeoutMillis: patience.connecting,
    lock_timeout: patience.forLock,
    idle_in_transaction_session_timeout: patience.idleInside,
    keepAlive: true,
    types,
  });
  pool.on('error', lost);
  const db: Db = new Kysely({ dialect: new PostgresDialect({ pool }) });
  try {
    await migrate(db, 'postgres');
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return new PostgresStore(db);
}
