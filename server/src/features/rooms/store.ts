import type { Tx } from '../../db/database.ts';

interface Row {
  id: string;
  bookingId: string;
  roomId: string;
  personId: string;
  kind: 'joined' | 'left';
  /** Fixed-width text. */
  at: string;
}

/** Appends; the same event sent again changes nothing. */
export async function writeAttendance(tx: Tx, row: Row): Promise<void> {
  await tx
    .insertInto('attendance')
    .values({
      id: row.id,
      booking_id: row.bookingId,
      room_id: row.roomId,
      person_id: row.personId,
      kind: row.kind,
      happened_at: row.at,
    })
    .onConflict((on) => on.column('id').doNothing())
    .execute();
}

/** Who has joined a room and not left it. */
export async function openStays(
  tx: Tx,
): Promise<{ bookingId: string; roomId: string; personId: string }[]> {
  return tx
    .selectFrom('attendance')
    .select(['booking_id as bookingId', 'room_id as roomId', 'person_id as personId'])
    .groupBy(['booking_id', 'room_id', 'person_id'])
    .having(
      (having) =>
        having.fn.sum<number>(having.case().when('kind', '=', 'joined').then(1).else(-1).end()),
      '>',
      0,
    )
    .execute();
}
