import { Kysely, PostgresDialect } from 'kysely';
import { Pool, TypeOverrides, types as known } from 'pg';
import type { Db } from './database.ts';
import { migrate } from './migrate.ts';
import { PostgresStore, type LineWatch } from './postgres-store.ts';
import { preparing } from './prepared.ts';
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
 * @throws Error when the database cannot be reached, or is newer than this Confab
 */
export async function openPostgres(
  url: string,
  watch: LineWatch = { gone: () => undefined, back: () => undefined },
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
  const db: Db = new Kysely({ dialect: new PostgresDialect({ pool }) });
  const store = new PostgresStore(db, watch);
  // A line that breaks while nobody waits for it, idle or between two statements, would end the
  // process if nobody listened.
  const lost = (error: Error) => {
    store.lost(error);
  };
  pool.on('error', lost);
  pool.on('connect', (client) => {
    client.on('error', lost);
    preparing(client);
  });
  try {
    await migrate(db, 'postgres');
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return store;
}
