import type { Instant } from '@confab/shared';
import type { Tx } from './database.ts';

/**
 * A look at one state of the store: what is asked for more than once is read once. Only for what
 * shows; what decides reads anew each time, for it also writes.
 */
export class Look {
  readonly tx: Tx;
  readonly now: Instant;
  readonly #seen = new Map<string, Promise<unknown>>();

  constructor(tx: Tx, now: Instant) {
    this.tx = tx;
    this.now = now;
  }

  /** @param what names the question, with whatever its answer depends on */
  once<Found>(what: string, find: () => Promise<Found>): Promise<Found> {
    let found = this.#seen.get(what);
    if (!found) this.#seen.set(what, (found = find()));
    return found as Promise<Found>;
  }

  /** The answer to a question that is known without asking. */
  know(what: string, found: unknown): void {
    this.#seen.set(what, Promise.resolve(found));
  }
}

const looks = new WeakMap<Tx, Look>();

/** The look of all who look at the same state together. @param now of whoever is the first */
export function lookTogether(tx: Tx, now: () => Instant): Look {
  let look = looks.get(tx);
  if (!look) looks.set(tx, (look = new Look(tx, now())));
  return look;
}
