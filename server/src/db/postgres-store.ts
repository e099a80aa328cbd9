import { setTimeout as rest } from 'node:timers/promises';
import { BeginAgain } from './begin-again.ts';
import type { Db, Tx } from './database.ts';
import { Lanes } from './lanes.ts';
import { absenceOf, codeOf, isPassing, type Absence } from './postgres-fault.ts';
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

/** What is of no use for writing alone: that it can be read says nothing. */
const whileReading: ReadonlySet<Absence> = new Set(['read-only', 'full']);
/** Milliseconds without trouble after which all is well: lines that were had before serve on. */
const calm = 5_000;

/** Whoever wants to know whether the database can be used. */
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
  #absence: Absence | null = null;
  #last = -Infinity;

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
   * @throws StoreUnavailable when the database cannot be used. Should the line break while it
   * commits, nobody knows whether it did: a command is sent again under its id. @see B5
   */
  async #write<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    let first: (tx: Tx) => Promise<void> = () => Promise.resolve();
    for (let tries = 1; ;) {
      try {
        return this.#reached('write', await this.#attempt(first, work));
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
      return this.#reached('read', await looking.execute(work));
    } catch (error) {
      throw this.#judged(error);
    }
  }

  /** The database could not be used, or a line to it broke while nobody used it. */
  lost(error: unknown): void {
    const absence = absenceOf(error) ?? 'away';
    this.#last = performance.now();
    if (absence === this.#absence) return;
    this.#absence = absence;
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

  #reached<Result>(way: keyof Works, result: Result): Result {
    if (this.#absence && this.#isOver(this.#absence, way)) {
      this.#absence = null;
      this.#watch.back();
    }
    return result;
  }

  #isOver(absence: Absence, way: keyof Works): boolean {
    if (whileReading.has(absence)) return way === 'write';
    return absence !== 'crowded' || performance.now() - this.#last > calm;
  }

  #judged(error: unknown): unknown {
    const absence = absenceOf(error);
    if (absence) this.lost(error);
    return absence || givenAgain.has(codeOf(error) ?? '') ? new StoreUnavailable(error) : error;
  }
}
