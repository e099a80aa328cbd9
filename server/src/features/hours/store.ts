import type { Hours } from '@confab/shared';
import type { Tx } from '../../db/database.ts';

/** Puts a mentor's hours in the place of those before; null: none are set. */
export async function saveHours(tx: Tx, personId: string, hours: Hours | null): Promise<void> {
  await tx.deleteFrom('hours').where('person_id', '=', personId).execute();
  if (hours)
    await tx
      .insertInto('hours')
      .values({ person_id: personId, document: JSON.stringify(hours) })
      .execute();
}
