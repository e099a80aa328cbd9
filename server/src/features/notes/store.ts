import type { Tx } from '../../db/database.ts';

/** Keeps this person's note in place of the one before it. Whoever calls holds the person. */
export async function keepNote(
  tx: Tx,
  bookingId: string,
  personId: string,
  note: { version: number; text: string },
): Promise<void> {
  await tx
    .insertInto('private_note')
    .values({ booking_id: bookingId, person_id: personId, ...note })
    .onConflict((on) => on.columns(['booking_id', 'person_id']).doUpdateSet(note))
    .execute();
}
