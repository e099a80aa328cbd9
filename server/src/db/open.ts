import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { Kysely } from 'kysely';
import type { Db } from './database.ts';
import { migrate } from './migrate.ts';
import { EmbeddedDialect } from './sqlite-dialect.ts';
import { cacheStatements } from './statement-cache.ts';
import { SqliteStore, type StoreWatch, type Stretch } from './sqlite-store.ts';
import type { Store } from './store.ts';

/** Long enough to gather what arrives together, short enough for the event loop. */
const usualStretch: Stretch = { works: 64, ms: 8 };
const nobody: StoreWatch = { committed: () => undefined, failed: () => undefined };

export interface SqliteOptions {
  stretch?: Stretch | undefined;
  watch?: StoreWatch | undefined;
}

/**
 * Opens the embedded store, made and migrated if need be. `:memory:` for tests.
 * `synchronous=FULL`: what was acknowledged survives the loss of power. @see C2
 * @throws Error when the file cannot be opened or is newer than this Confab
 */
export async function openSqlite(
  file: string,
  { stretch = usualStretch, watch = nobody }: SqliteOptions = {},
): Promise<Store> {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const sqlite = new SqliteDatabase(file);
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL');
  sqlite.pragma('foreign_keys = ON');
  sqlite.pragma('busy_timeout = 2000');
  const database = cacheStatements(sqlite);
  const db: Db = new Kysely({ dialect: new EmbeddedDialect({ database }) });
  await migrate(db, 'sqlite');
  return new SqliteStore({ db, database, sqlite }, stretch, watch);
}
