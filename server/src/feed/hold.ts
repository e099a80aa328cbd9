import { askedOften } from '../db/asked-often.ts';
import { BeginAgain } from '../db/begin-again.ts';
import type { Tx } from '../db/database.ts';
import { dialectOf } from '../db/dialect.ts';
import { oneOf } from '../db/list.ts';
import { codeOf } from '../db/postgres-fault.ts';

/** SQLSTATE: somebody else holds it. */
const notToBeHad = '55P03';

/** Whose feeds each transaction holds. */
const holdings = new WeakMap<Tx, ReadonlySet<string>>();

/**
 * Keeps everything that concerns these people from changing under this transaction, until it ends:
 * whatever touches a person holds the head of their feed first. Whoever holds nothing yet waits,
 * in the order of ids, so that no two wait for each other. Whoever already holds some does not
 * wait for more but begins again with all of them. SQLite does one transaction at a time anyway.
 * @throws BeginAgain for the store
 * @see B5 B6
 */
export async function hold(tx: Tx, personIds: Iterable<string>): Promise<void> {
  if (dialectOf(tx) === 'sqlite') return;
  const held = holdings.get(tx);
  const all = new Set(held).union(new Set(personIds));
  const more = [...all].filter((id) => !held?.has(id));
  if (more.length === 0) return;
  try {
    await (held ? holdIfFree : holdWaiting)(tx, more);
  } catch (error) {
    if (held && codeOf(error) === notToBeHad) throw new BeginAgain((next) => hold(next, all));
    throw error;
  }
  holdings.set(tx, all);
}

const headsOf = (tx: Tx, personIds: readonly string[]) =>
  tx
    .selectFrom('feed_head')
    .select('person_id')
    .where(oneOf(tx, 'person_id', personIds))
    .orderBy('person_id')
    .forUpdate();

const holdWaiting = askedOften((tx, personIds: readonly string[]) => headsOf(tx, personIds));
const holdIfFree = askedOften((tx, personIds: readonly string[]) =>
  headsOf(tx, personIds).noWait(),
);

/**
 * The same of those whom `find` finds, for whoever may not need to know who they are: where nobody
 * has to be held, they are found only when asked for.
 */
export async function holding(
  tx: Tx,
  find: () => Promise<string[]>,
): Promise<() => Promise<string[]>> {
  if (dialectOf(tx) === 'sqlite') return find;
  const held = await holdThose(tx, find);
  return () => Promise.resolve(held);
}

/**
 * Holds the people whom `find` finds, and asks it again: what was being written when it looked
 * first is there once they are held.
 * @returns the people, all held
 */
export async function holdThose(tx: Tx, find: () => Promise<string[]>): Promise<string[]> {
  const found = await find();
  if (dialectOf(tx) === 'sqlite') return found;
  await hold(tx, found);
  const now = await find();
  await hold(tx, now);
  return now;
}
