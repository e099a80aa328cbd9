import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { Kysely } from 'kysely';
import { keepCheckpointed, type CheckpointPace } from './checkpoints.ts';
import type { Db } from './database.ts';
import { EmbeddedStore } from './embedded-store.ts';
import { migrate } from './migrate.ts';
import { EmbeddedDialect } from './sqlite-dialect.ts';
import { cacheStatements } from './statement-cache.ts';
import { SqliteStore, type StoreWatch, type Stretch } from './sqlite-store.ts';
import type { Store } from './store.ts';
import { StoreUnavailable } from './unavailable.ts';

/** Long enough to gather what arrives together, short enough for the event loop. */
const usualStretch: Stretch = { works: 64, ms: 8 };
const nobody: StoreWatch = { committed: () => undefined, failed: () => undefined };

/**
 * Milliseconds for which a statement waits, and everything with it, while another program holds the
 * file: at the start for long, afterwards hardly, for whoever is refused tries again by themselves.
 */
const patience = { opening: 5_000, running: 10 };

export interface SqliteOptions {
  stretch?: Stretch | undefined;
  checkpoints?: CheckpointPace | undefined;
  watch?: StoreWatch | undefined;
}

/**
 * Opens the embedded store, made and migrated if need be. `:memory:` for tests.
 * `synchronous=FULL`: what was acknowledged survives the loss of power. @see C2
 * @throws Error when the file cannot be opened or is newer than this Confab
 */
export async function openSqlite(
  file: string,
  { stretch = usualStretch, checkpoints, watch = nobody }: SqliteOptions = {},
): Promise<Store> {
  const inFile = file !== ':memory:';
  if (inFile) mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const sqlite = new SqliteDatabase(file, { timeout: patience.opening });
  try {
    sqlite.pragma('journal_mode = WAL');
    sqlite.pragma('synchronous = FULL');
    sqlite.pragma('foreign_keys = ON');
    // What each savepoint would undo is kept in memory; a file of its own costs as much as the log.
    sqlite.pragma('temp_store = MEMORY');
    // A thread beside this one does it.
    sqlite.pragma('wal_autocheckpoint = 0');
    const database = cacheStatements(sqlite);
    const db: Db = new Kysely({ dialect: new EmbeddedDialect({ database }) });
    await migrate(db, 'sqlite');
    // A file that may only be read shows it no earlier.
    sqlite.exec('delete from installation where false');
    sqlite.pragma(`busy_timeout = ${String(patience.running)}`);
    const count = sqlite.prepare<[], number>('select total_changes()').pluck();
    const store = new SqliteStore({ db, database, sqlite }, stretch, watch);
    const owned = new AsyncDisposableStack();
    // Closed when SQLite has closed all of its own.
    const descriptor = inFile ? owned.adopt(openSync(file, 'r+'), closeSync) : null;
    owned.use(store);
    if (descriptor !== null)
      owned.use(
        keepCheckpointed(
          {
            file,
            descriptor,
            changes: () => count.get() ?? 0,
            alone: (work) => db.connection().execute(work),
            failed: (error) => watch.failed(new StoreUnavailable(error)),
          },
          checkpoints,
        ),
      );
    return new EmbeddedStore(store, watch, owned);
  } catch (error) {
    sqlite.close();
    throw error;
  }
}
