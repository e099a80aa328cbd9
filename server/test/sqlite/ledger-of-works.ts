import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { sql } from 'kysely';
import { openSqlite } from '../../src/db/open.ts';
import type { Tx } from '../../src/db/database.ts';
import type { Store } from '../../src/db/store.ts';
import type { StoreWatch, Stretch } from '../../src/db/sqlite-store.ts';

/** What a test's work does to the one number that is kept. */
export type Deed = 'add' | 'dawdle' | 'throw' | 'undo-everything' | 'spoil-the-commit' | 'look';

export class Thrown extends Error {}

/** A real store with one number in it, and everything it says of itself. */
export interface NumberStore extends AsyncDisposable {
  store: Store;
  /** Works in each batch that was kept. */
  batches: number[];
  failures: Error[];
  /** @returns the number as the work left it, or saw it */
  do(deed: Deed): Promise<number>;
}

/** @param stretch long enough by itself for a slow machine */
export async function numberStore(
  stretch: Stretch = { works: 64, ms: 10_000 },
): Promise<NumberStore> {
  const batches: number[] = [];
  const failures: Error[] = [];
  const watch: StoreWatch = {
    committed: (_from, _until, works) => void batches.push(works),
    failed: (error) => void failures.push(error),
  };
  const store = await openSqlite(':memory:', { stretch, watch });
  await store.db.insertInto('installation').values({ name: 'number', value: '0' }).execute();
  return {
    store,
    batches,
    failures,
    do: (deed) => (deed === 'look' ? store.read(present) : store.write((tx) => deeds[deed](tx))),
    [Symbol.asyncDispose]: () => store[Symbol.asyncDispose](),
  };
}

const present = async (tx: Tx): Promise<number> => {
  const row = await tx
    .selectFrom('installation')
    .select('value')
    .where('name', '=', 'number')
    .executeTakeFirstOrThrow();
  return Number(row.value);
};

async function add(tx: Tx): Promise<number> {
  const next = (await present(tx)) + 1;
  await tx
    .updateTable('installation')
    .set({ value: String(next) })
    .where('name', '=', 'number')
    .execute();
  return next;
}

const deeds: Record<Exclude<Deed, 'look'>, (tx: Tx) => Promise<number>> = {
  add,
  // Others would have the time to come between, if it were let.
  async dawdle(tx) {
    const before = await present(tx);
    await turnOfTheLoop();
    const after = await add(tx);
    if (after !== before + 1) throw new Error('another work came between');
    return after;
  },
  async throw(tx) {
    await add(tx);
    throw new Thrown();
  },
  // As SQLite does by itself when the disk is full.
  async 'undo-everything'(tx) {
    await add(tx);
    await sql`rollback`.execute(tx);
    return 0;
  },
  // A reference to nobody is looked at only when the whole is to be kept.
  async 'spoil-the-commit'(tx) {
    await add(tx);
    await sql`pragma defer_foreign_keys = on`.execute(tx);
    await tx.insertInto('room').values({ id: 'r', booking_id: 'nobody’s' }).execute();
    return 0;
  },
};
