import type { Tx } from './database.ts';

/**
 * Thrown by a work that found out too late what it needs beforehand. The store undoes what it wrote
 * and runs it again from its start, in a transaction in which `first` has been done.
 */
export class BeginAgain extends Error {
  readonly first: (tx: Tx) => Promise<void>;

  constructor(first: (tx: Tx) => Promise<void>) {
    super('the work is to begin again');
    this.first = first;
  }
}
