import type { Db, Tx } from './database.ts';
import type { Store } from './store.ts';

/** The embedded store: one connection, one transaction at a time. */
export class SqliteStore implements Store {
  readonly db: Db;

  constructor(db: Db) {
    this.db = db;
  }

  write<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.db.transaction().execute(work);
  }

  read<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.db.transaction().execute(work);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.db.destroy();
  }
}
