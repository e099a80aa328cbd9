import { fromText, toText, type Instant } from '@confab/shared';
import type { Tx } from '../db/database.ts';
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
