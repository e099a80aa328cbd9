import { searchText, toText, type Booking } from '@confab/shared';
import type { Tx } from '../../db/database.ts';

/** Keeps of a new request what its two people search theirs by: whom they met where, and the note. @see L2 */
export async function keepSearched(tx: Tx, booking: Booking): Promise<void> {
  const { id, programId, mentorId, menteeId, note, requestedAt } = booking;
  await tx
    .insertInto('met')
    .values([
      {
        person_id: mentorId,
        side: 'mentor',
        other_id: menteeId,
        program_id: programId,
        latest_at: toText(requestedAt),
      },
      {
        person_id: menteeId,
        side: 'mentee',
        other_id: mentorId,
        program_id: programId,
        latest_at: toText(requestedAt),
      },
    ])
    .onConflict((on) =>
      on
        .columns(['person_id', 'side', 'other_id', 'program_id'])
        .doUpdateSet((set) => ({ latest_at: set.ref('excluded.latest_at') })),
    )
    .execute();
  const folded = searchText(note ?? '');
  if (folded === '') return;
  await tx
    .insertInto('session_note')
    .values([mentorId, menteeId].map((person_id) => ({ person_id, booking_id: id, folded })))
    .execute();
}
