import { setTimeout as rest } from 'node:timers/promises';
import { BeginAgain } from './begin-again.ts';
import type { Db, Tx } from './database.ts';
import { isPassing } from './postgres-fault.ts';
import type { Store } from './store.ts';

/** How often a work that met another is run at most. */
const mostTries = 10;
/** Milliseconds to wait at most before the second try, doubled with each further one. */
const firstRest = 5;

/** A PostgreSQL database, used by many works at once and perhaps by several servers. */
export class PostgresStore implements Store {
  readonly db: Db;

  constructor(db: Db) {
    this.db = db;
  }

  /**
   * Each statement sees what was committed before it: what was read once the locks were taken is
   * true until the end. A work that meets another is run again, a bounded number of times.
   */
  async write<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    let first: (tx: Tx) => Promise<void> = () => Promise.resolve();
    for (let tries = 1; ;) {
      try {
        return await this.#attempt(first, work);
      } catch (error) {
        if (error instanceof BeginAgain) ({ first } = error);
        else if (!isPassing(error) || tries++ >= mostTries) throw error;
        else await rest(Math.random() * firstRest * 2 ** tries);
      }
    }
  }

  read<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(work);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.db.destroy();
  }

  #attempt<Result>(first: (tx: Tx) => Promise<void>, work: (tx: Tx) => Promise<Result>) {
    return this.db
      .transaction()
      .setIsolationLevel('read committed')
      .execute(async (tx) => {
        await first(tx);
        return work(tx);
      });
  }
}
