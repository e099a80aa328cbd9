import { fromText, toText, type Instant } from '@confab/shared';
import { askedOften } from '../db/asked-often.ts';
import type { Tx } from '../db/database.ts';
import { dialectOf } from '../db/dialect.ts';
import { oneOf } from '../db/list.ts';
import type { WakeupKind } from './kinds.ts';

export interface Wakeup {
  kind: WakeupKind;
  ref: string;
  dueAt: Instant;
}

/** When the first wake-up is due, as far as it is known in a transaction, which commands may share. */
const soonest = new WeakMap<Tx, string>();

/** Sets, moves or (with null) drops the one wake-up of this kind for `ref`. */
export async function plan(
  tx: Tx,
  kind: WakeupKind,
  ref: string,
  dueAt: Instant | null,
): Promise<void> {
  if (dueAt) soonest.delete(tx);
  await (dueAt ? set(tx, kind, ref, toText(dueAt)) : drop(tx, kind, ref));
}

const set = askedOften((tx, kind: string, ref: string, due_at: string) =>
  tx
    .insertInto('wakeup')
    .values({ kind, ref, due_at })
    .onConflict((on) => on.columns(['kind', 'ref']).doUpdateSet({ due_at })),
);

const drop = askedOften((tx, kind: string, ref: string) =>
  tx.deleteFrom('wakeup').where('kind', '=', kind).where('ref', '=', ref),
);

/** Sets the wake-up unless there is one already. */
export async function planIfNone(
  tx: Tx,
  kind: WakeupKind,
  ref: string,
  dueAt: Instant,
): Promise<void> {
  soonest.delete(tx);
  await tx
    .insertInto('wakeup')
    .values({ kind, ref, due_at: toText(dueAt) })
    .onConflict((on) => on.columns(['kind', 'ref']).doNothing())
    .execute();
}

/** When each of these kinds is planned for `ref`, be it due already. */
export async function plannedOf<Kind extends WakeupKind>(
  tx: Tx,
  kinds: readonly Kind[],
  ref: string,
): Promise<Map<Kind, Instant>> {
  const rows = await planned(tx, kinds, ref);
  return new Map(rows.map((row) => [row.kind as Kind, fromText(row.due_at)]));
}

const planned = askedOften((tx, kinds: readonly string[], ref: string) =>
  tx
    .selectFrom('wakeup')
    .select(['kind', 'due_at'])
    .where('ref', '=', ref)
    .where(oneOf(tx, 'kind', kinds)),
);

/**
 * Takes the wake-up out, if it stands where it was seen: a command may have moved it since, or the
 * clock was set and it was planned anew.
 * @returns whether it is the caller's to do
 */
export async function take(tx: Tx, { kind, ref, dueAt }: Wakeup): Promise<boolean> {
  const taken = await takeOut(tx, kind, ref, toText(dueAt));
  return taken.length > 0;
}

const takeOut = askedOften((tx, kind: string, ref: string, dueAt: string) => {
  const seen = tx
    .selectFrom('wakeup')
    .select('ref')
    .where('kind', '=', kind)
    .where('ref', '=', ref)
    .where('due_at', '=', dueAt);
  // What another server is about already is left to it.
  const free = dialectOf(tx) === 'postgres' ? seen.forUpdate().skipLocked() : seen;
  return tx.deleteFrom('wakeup').where('kind', '=', kind).where('ref', 'in', free).returning('ref');
});

/** Is anything due? Nearly always nothing is, for the timer does it at once. */
export async function anythingDue(tx: Tx, now: Instant): Promise<boolean> {
  const at = toText(now);
  const known = soonest.get(tx);
  if (known !== undefined && known > at) return false;
  const [first] = await firstDue(tx);
  soonest.set(tx, first?.due_at ?? never);
  return first !== undefined && first.due_at <= at;
}

/** After any instant, as text. */
const never = '~';

const firstDue = askedOften((tx) =>
  tx.selectFrom('wakeup').select('due_at').orderBy('due_at').limit(1),
);

/** The nearest wake-ups, soonest first. */
export async function nearest(tx: Tx, limit: number): Promise<Wakeup[]> {
  const rows = await tx
    .selectFrom('wakeup')
    .selectAll()
    .orderBy('due_at')
    .orderBy('kind')
    .orderBy('ref')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    kind: row.kind as WakeupKind,
    ref: row.ref,
    dueAt: fromText(row.due_at),
  }));
}
