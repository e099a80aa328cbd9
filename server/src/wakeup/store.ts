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

/** Sets, moves or (with null) drops the one wake-up of this kind for `ref`. */
export async function plan(
  tx: Tx,
  kind: WakeupKind,
  ref: string,
  dueAt: Instant | null,
): Promise<void> {
  if (!dueAt) {
    await tx.deleteFrom('wakeup').where('kind', '=', kind).where('ref', '=', ref).execute();
    return;
  }
  const due_at = toText(dueAt);
  await tx
    .insertInto('wakeup')
    .values({ kind, ref, due_at })
    .onConflict((on) => on.columns(['kind', 'ref']).doUpdateSet({ due_at }))
    .execute();
}

/** Sets the wake-up unless there is one already. */
export async function planIfNone(
  tx: Tx,
  kind: WakeupKind,
  ref: string,
  dueAt: Instant,
): Promise<void> {
  await tx
    .insertInto('wakeup')
    .values({ kind, ref, due_at: toText(dueAt) })
    .onConflict((on) => on.columns(['kind', 'ref']).doNothing())
    .execute();
}

/** Sets, moves or drops all wake-ups of these kinds for `ref`: those that `dueAt` names stay. */
export async function planAll<Kind extends WakeupKind>(
  tx: Tx,
  kinds: readonly Kind[],
  ref: string,
  dueAt: ReadonlyMap<Kind, Instant>,
): Promise<void> {
  await tx
    .deleteFrom('wakeup')
    .where('ref', '=', ref)
    .where(oneOf(tx, 'kind', kinds))
    .execute();
  if (dueAt.size === 0) return;
  const rows = [...dueAt].map(([kind, at]) => ({ kind, ref, due_at: toText(at) }));
  await tx.insertInto('wakeup').values(rows).execute();
}

/**
 * Takes the wake-up out, if it is due still: a command may have moved it since it was looked at.
 * @returns whether it is the caller's to do
 */
export async function take(
  tx: Tx,
  { kind, ref }: Pick<Wakeup, 'kind' | 'ref'>,
  now: Instant,
): Promise<boolean> {
  const taken = await takeOut(tx, kind, ref, toText(now));
  return taken.length > 0;
}

const takeOut = askedOften((tx, kind: string, ref: string, at: string) => {
  const due = tx
    .selectFrom('wakeup')
    .select('ref')
    .where('kind', '=', kind)
    .where('ref', '=', ref)
    .where('due_at', '<=', at);
  // What another server is about already is left to it.
  const free = dialectOf(tx) === 'postgres' ? due.forUpdate().skipLocked() : due;
  return tx.deleteFrom('wakeup').where('kind', '=', kind).where('ref', 'in', free).returning('ref');
});

/** Is anything due? Nearly always nothing is, for the timer does it at once. */
export async function anythingDue(tx: Tx, now: Instant): Promise<boolean> {
  const found = await dueBy(tx, toText(now));
  return found.length > 0;
}

const dueBy = askedOften((tx, at: string) =>
  tx.selectFrom('wakeup').select('kind').where('due_at', '<=', at).limit(1),
);

/** What is due of these kinds for these refs. */
export async function dueAmong(
  tx: Tx,
  kind: WakeupKind,
  refs: readonly string[],
  now: Instant,
): Promise<string[]> {
  if (refs.length === 0) return [];
  const rows = await tx
    .selectFrom('wakeup')
    .select('ref')
    .where('kind', '=', kind)
    .where(oneOf(tx, 'ref', refs))
    .where('due_at', '<=', toText(now))
    .orderBy('due_at')
    .execute();
  return rows.map((row) => row.ref);
}

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
