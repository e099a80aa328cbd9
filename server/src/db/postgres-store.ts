import { setTimeout as rest } from 'node:timers/promises';
import { BeginAgain } from './begin-again.ts';
import type { Db, Tx } from './database.ts';
import { Lanes } from './lanes.ts';
import { codeOf, isGone, isPassing } from './postgres-fault.ts';
import type { Store, Works } from './store.ts';
import { StoreUnavailable } from './unavailable.ts';

/** How often a work that met another is run at most. */
const mostTries = 10;
/** Milliseconds to wait at most before the second try, doubled with each further one. */
const firstRest = 5;
/**
 * SQLSTATE of what may be given again: a lock that was waited for too long, and a statement that was
 * prepared before a newer Confab changed the table; this server is about to end then.
 */
const givenAgain = new Set(['55P03', '0A000']);

/** Whoever wants to know whether the database can be reached. */
export interface LineWatch {
  gone(error: unknown): void;
  back(): void;
}

/** A PostgreSQL database, used by many works at once and perhaps by several servers. */
export class PostgresStore implements Store {
  readonly db: Db;
  readonly behind: Works;
  readonly #watch: LineWatch;
  readonly #lanes = new Lanes();
  #away = false;

  constructor(db: Db, watch: LineWatch) {
    this.db = db;
    this.#watch = watch;
    this.behind = {
      write: (work) => this.#lanes.behind(() => this.#write(work)),
      read: (work) => this.#lanes.behind(() => this.#read(work)),
    };
  }

  write<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.#lanes.people(() => this.#write(work));
  }

  read<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.#lanes.people(() => this.#read(work));
  }

  /**
   * Each statement sees what was committed before it: what was read once the locks were taken is
   * true until the end. A work that meets another is run again, a bounded number of times.
   * @throws StoreUnavailable when the database cannot be reached. Should the line break while it
   * commits, nobody knows whether it did: a command is sent again under its id. @see B5
   */
  async #write<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    let first: (tx: Tx) => Promise<void> = () => Promise.resolve();
    for (let tries = 1; ;) {
      try {
        return this.#reached(await this.#attempt(first, work));
      } catch (error) {
        if (error instanceof BeginAgain) ({ first } = error);
        else if (!isPassing(error) || tries++ >= mostTries) throw this.#judged(error);
        else await rest(Math.random() * firstRest * 2 ** tries);
      }
    }
  }

  async #read<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    try {
      const looking = this.db
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only');
      return this.#reached(await looking.execute(work));
    } catch (error) {
      throw this.#judged(error);
    }
  }

  /** A line to the database broke while nobody used it. */
  lost(error: unknown): void {
    if (this.#away) return;
    this.#away = true;
    this.#watch.gone(error);
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

  #reached<Result>(result: Result): Result {
    if (this.#away) this.#watch.back();
    this.#away = false;
    return result;
  }

  #judged(error: unknown): unknown {
    if (isGone(error)) this.lost(error);
    return isGone(error) || givenAgain.has(codeOf(error) ?? '')
      ? new StoreUnavailable(error)
      : error;
  }
}
