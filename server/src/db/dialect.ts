import type { Dialect } from '@confab/migrations';
import { PostgresAdapter } from 'kysely';
import type { Db, Tx } from './database.ts';

/** Which database is behind a handle, for the few statements that differ. */
export const dialectOf = (db: Db | Tx): Dialect =>
  db.getExecutor().adapter instanceof PostgresAdapter ? 'postgres' : 'sqlite';
