import type { Db, Tx } from './database.ts';

/**
 * The two ways to what is kept. A work uses its `tx` alone, waits for nothing but the store, and
 * may be run again from its start: what it makes known is for after it has resolved.
 */
export interface Works {
  /** Does the work in one transaction. Resolves once it is on disk. @throws what the work throws; nothing is written then */
  write<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>;
  /** Looks at one committed state; the work must not write. @throws what the work throws */
  read<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>;
}

/**
 * Where everything is kept. There is one way to change it and one way to look at it, whatever
 * database is behind.
 */
export interface Store extends Works, AsyncDisposable {
  /** For single statements outside any work, and for the library that keeps accounts. */
  readonly db: Db;
  /**
   * The same for what no person waits for: wake-ups, letters, calendars of elsewhere. These works
   * go behind those of people, who overtake them, but have a turn now and then whatever comes.
   */
  readonly behind: Works;
}
