import { setImmediate as others } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import type { Db, Tx } from './database.ts';
import { Line, type Waiting } from './line.ts';
import { Precedence } from './precedence.ts';
import { HalfDone, together } from './savepoint.ts';
import type { Store, Works } from './store.ts';
import type { CachedStatements } from './statement-cache.ts';
import { join, part } from './straight.ts';
import { turnFor, type Turn } from './turn.ts';
import { StoreUnavailable } from './unavailable.ts';

/** How much is done at a stretch, before anything else of this process has its turn. */
export interface Stretch {
  works: number;
  /** Milliseconds after which no other work is begun. */
  ms: number;
}

/** One connection, in three ways: as Kysely's, as its kept statements, and as it is. */
export interface Connection {
  db: Db;
  database: CachedStatements;
  sqlite: Database;
}

/** Whoever wants to know how the store does. */
export interface StoreWatch {
  /** A batch that wrote something is on disk. Both by `performance.now()`, around COMMIT alone. */
  committed(from: number, until: number, works: number): void;
  /** A batch could not be kept; whoever waited for it is told so. */
  failed(error: StoreUnavailable): void;
}

/**
 * The embedded store: one connection, on which works are done strictly one after the other. Those
 * that arrive together are kept together, with one commit, and so one sync, for all. Nobody is
 * answered before it. Hardly any work throws after it has written: where one does, they are all done
 * again, each in a savepoint of its own. Works that go behind those of people have
 * batches of their own: whoever comes meanwhile waits for one at most.
 */
export class SqliteStore implements Store {
  readonly db: Db;
  readonly behind: Works;
  readonly #database: CachedStatements;
  readonly #doing;
  readonly #changes;
  readonly #version;
  #known = NaN;
  readonly #stretch: Stretch;
  readonly #watch: StoreWatch;
  readonly #people = new Line();
  readonly #behind = new Line();
  readonly #precedence = new Precedence();
  #busy: Promise<void> | null = null;

  constructor({ db, database, sqlite }: Connection, stretch: Stretch, watch: StoreWatch) {
    this.db = db;
    this.#database = database;
    this.#doing = together(sqlite, database.changes);
    this.#version = sqlite.prepare<[], number>('pragma data_version').pluck();
    this.#changes = sqlite.prepare<[], number>('select total_changes()').pluck();
    this.#stretch = stretch;
    this.#watch = watch;
    const { looks, writes } = this.#behind;
    this.behind = {
      write: (work) => this.#queue(writes, work),
      read: (work) => this.#queue(looks, work),
    };
  }

  write<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.#queue(this.#people.writes, work);
  }

  read<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.#queue(this.#people.looks, work);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    while (this.#busy) await this.#busy;
    await this.db.destroy();
  }

  #queue<Result>(waiting: Waiting, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    const { turn, answered } = turnFor(work);
    waiting.turns.push(turn);
    this.#busy ??= this.#serve();
    return answered;
  }

  /** Until nobody waits: batch after batch, and all else in between. */
  async #serve(): Promise<void> {
    while (this.#people.waits || this.#behind.waits) {
      // What arrives at the same time is all there when the event loop has come round.
      await others();
      const waits = { people: this.#people.waits, behind: this.#behind.waits };
      const line = this.#precedence.next(waits) === 'people' ? this.#people : this.#behind;
      await this.#batch(line.next());
    }
    this.#busy = null;
  }

  async #batch(waiting: Waiting): Promise<void> {
    const taken: Turn[] = [];
    try {
      await this.#together(waiting, taken);
    } catch (error) {
      const unavailable = new StoreUnavailable(error);
      this.#watch.failed(unavailable);
      // Where not even a transaction began, nobody's turn will come.
      for (const turn of taken.length > 0 ? taken : waiting.turns.splice(0))
        turn.refuse(unavailable);
      return;
    }
    for (const turn of taken) turn.answer();
  }

  /** Somebody with a tool may have written, too. */
  #lookOutside(): void {
    const version = this.#version.get();
    if (version === this.#known) return;
    this.#known = version ?? NaN;
    this.#database.changes.everything();
  }

  async #together({ kind, turns }: Waiting, taken: Turn[]): Promise<void> {
    const look = (tx: Tx, turn: Turn) => turn.take(tx);
    const more = (): Iterable<Turn> => begun(stretchOf(turns, this.#stretch), taken);
    try {
      await this.#keep(kind, more(), taken, kind === 'looks' ? look : this.#doing.plainly);
    } catch (error) {
      if (!(error instanceof HalfDone)) throw error;
      const again = oneAfterTheOther([...taken], more());
      await this.#keep(kind, again, taken, this.#doing.inSavepoint);
    }
  }

  /** One transaction with these works. @param taken all of them that were begun by its end */
  async #keep(
    kind: Waiting['kind'],
    turns: Iterable<Turn>,
    taken: readonly Turn[],
    doing: (tx: Tx, turn: Turn) => Promise<unknown>,
  ): Promise<void> {
    const tx = await this.db.startTransaction().execute();
    join(tx, this.#database);
    try {
      this.#lookOutside();
      const before = this.#changes.get();
      for (const turn of turns) await doing(tx, turn);
      const wrote = this.#changes.get() !== before;
      // Looks have nothing to undo.
      if (kind === 'looks' && wrote) throw new Error('What was to look only has written');
      part(tx);
      const from = performance.now();
      await tx.commit().execute();
      if (wrote) this.#watch.committed(from, performance.now(), taken.length);
    } catch (error) {
      part(tx);
      this.#database.changes.everything();
      // Where SQLite has undone everything by itself, there is nothing left to undo.
      await tx
        .rollback()
        .execute()
        .catch(() => undefined);
      throw error;
    }
  }
}

/** The same, noting each as it is begun: whoever was begun has to be answered. */
function* begun(turns: Iterable<Turn>, taken: Turn[]): Iterable<Turn> {
  for (const turn of turns) {
    taken.push(turn);
    yield turn;
  }
}

function* oneAfterTheOther(one: Iterable<Turn>, other: Iterable<Turn>): Iterable<Turn> {
  yield* one;
  yield* other;
}

/** Whoever waited longest. Taken out together: to take one costs as much as all that wait. */
function* stretchOf(turns: Turn[], { works, ms }: Stretch): Iterable<Turn> {
  const until = performance.now() + ms;
  const next = turns.splice(0, works);
  let count = 0;
  try {
    for (const turn of next) {
      count++;
      yield turn;
      if (performance.now() >= until) return;
    }
  } finally {
    turns.unshift(...next.slice(count));
  }
}
