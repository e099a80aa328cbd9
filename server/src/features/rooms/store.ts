import { toText, type Instant } from '@confab/shared';
import type { Tx } from '../../db/database.ts';

const firstEpoch = 1;

interface Row {
  id: string;
  bookingId: string;
  roomId: string;
  personId: string;
  kind: 'joined' | 'left';
  /** Fixed-width text. */
  at: string;
}

/**
 * The room's present epoch. Orders to the media node and grants bear it, so that what was ordered
 * or signed before a later change cannot undo that change.
 */
export async function epochOf(tx: Tx, roomId: string): Promise<number> {
  const row = await tx
    .selectFrom('room_epoch')
    .select('epoch')
    .where('room_id', '=', roomId)
    .executeTakeFirst();
  return row?.epoch ?? firstEpoch;
}

/** Begins the room's next epoch: every grant of an earlier one is void. @returns the new epoch */
export async function beginEpoch(tx: Tx, roomId: string): Promise<number> {
  const { epoch } = await tx
    .insertInto('room_epoch')
    .values({ room_id: roomId, epoch: firstEpoch + 1 })
    .onConflict((on) =>
      on.column('room_id').doUpdateSet((row) => ({ epoch: row('room_epoch.epoch', '+', 1) })),
    )
    .returning('epoch')
    .executeTakeFirstOrThrow();
  return epoch;
}

/** Ends the room's epoch: whoever is let in later enters the next. @returns the one that ended */
export const endEpoch = async (tx: Tx, roomId: string): Promise<number> =>
  (await beginEpoch(tx, roomId)) - 1;

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

/** Hours that no room is open for: a day before, the session, a day after, and what is added. */
export const longestOpen = 4 * 24;
/** Hours after its closing for which a room's attendance is still looked at. */
const recent = 7 * 24;

/** Who joined a room at this node before then, and has not left it since; of the rooms of late. */
export async function openStays(
  tx: Tx,
  node: string,
  before: Instant,
): Promise<{ bookingId: string; roomId: string; personId: string }[]> {
  return (
    tx
      .selectFrom('booking')
      .innerJoin('attendance', 'attendance.booking_id', 'booking.id')
      .leftJoin('room_place', 'room_place.room_id', 'attendance.room_id')
      .select([
        'attendance.booking_id as bookingId',
        'attendance.room_id as roomId',
        'attendance.person_id as personId',
      ])
      .where('booking.closes_at', '>', toText(before.subtract({ hours: recent })))
      .where('booking.closes_at', '<', toText(before.add({ hours: longestOpen })))
      // A room that never had a place was at the one node there was.
      .where((where) => where.or([where('node', '=', node), where('node', 'is', null)]))
      .where((where) =>
        where.or([where('kind', '=', 'left'), where('happened_at', '<', toText(before))]),
      )
      .groupBy(['attendance.booking_id', 'attendance.room_id', 'attendance.person_id'])
      .having(
        (having) =>
          having.fn.sum<number>(having.case().when('kind', '=', 'joined').then(1).else(-1).end()),
        '>',
        0,
      )
      .execute()
  );
}
