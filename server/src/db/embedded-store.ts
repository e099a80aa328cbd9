import type { Db, Tx } from './database.ts';
import { troubleOf } from './sqlite-fault.ts';
import type { SqliteStore, StoreWatch } from './sqlite-store.ts';
import type { Store, Works } from './store.ts';
import { StoreUnavailable } from './unavailable.ts';

/**
 * The embedded store with what goes on beside it. What a work could not do for the sake of the
 * file, be it full, locked or damaged, is no fault of the work's: it may be tried again.
 */
export class EmbeddedStore implements Store {
  readonly db: Db;
  readonly behind: Works;
  readonly #store: SqliteStore;
  readonly #watch: StoreWatch;
  readonly #owned: AsyncDisposable;

  /** @param owned the store, and what goes on beside it */
  constructor(store: SqliteStore, watch: StoreWatch, owned: AsyncDisposable) {
    this.db = store.db;
    this.#store = store;
    this.#watch = watch;
    this.#owned = owned;
    this.behind = {
      write: (work) => store.behind.write(work).catch(this.#judge),
      read: (work) => store.behind.read(work).catch(this.#judge),
    };
  }

  /** @throws StoreUnavailable when the file cannot be used */
  write<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.#store.write(work).catch(this.#judge);
  }

  /** @throws StoreUnavailable when the file cannot be used */
  read<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.#store.read(work).catch(this.#judge);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#owned[Symbol.asyncDispose]();
  }

  readonly #judge = (error: unknown): never => {
    if (error instanceof StoreUnavailable || !troubleOf(error)) throw error;
    const unavailable = new StoreUnavailable(error);
    this.#watch.failed(unavailable);
    throw unavailable;
  };
}
