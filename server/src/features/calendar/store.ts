import { toText, type Instant } from '@confab/shared';
import type { Tx } from '../../db/database.ts';
import { digestOfToken } from './queries.ts';

/** The one address of a person's calendar; the one before it leads nowhere from now on. */
export async function keepLink(
  tx: Tx,
  personId: string,
  token: string,
  now: Instant,
): Promise<boolean> {
  const token_hash = digestOfToken(token);
  const taken = await tx
    .selectFrom('calendar_link')
    .select('person_id')
    .where('token_hash', '=', token_hash)
    .executeTakeFirst();
  if (taken) return false;
  const kept = { token_hash, made_at: toText(now) };
  await tx
    .insertInto('calendar_link')
    .values({ person_id: personId, ...kept })
    .onConflict((on) => on.column('person_id').doUpdateSet(kept))
    .execute();
  return true;
}

export async function dropLink(tx: Tx, personId: string): Promise<void> {
  await tx.deleteFrom('calendar_link').where('person_id', '=', personId).execute();
}
