import { fromJson, toText, type Booking, type Instant } from '@confab/shared';
import type { Selectable } from 'kysely';
import { askedOften } from '../../db/asked-often.ts';
import { DamagedRow } from '../../db/damage.ts';
import type { Tx } from '../../db/database.ts';
import type { BookingEventTable } from '../../db/tables/bookings.ts';
import { bookingOf, kept, type BookingRow } from './document.ts';

export { bookingsOf, kept } from './document.ts';
export { answerTimes } from './answers.ts';
export { liveViews, viewFor } from './views.ts';
export { heldBy, heldByEach, pendingBetween, pendingOfMentor } from './held.ts';

/** The booking in the domain's shape, or null. @throws DamagedRow */
export async function bookingById(tx: Tx, id: string): Promise<Booking | null> {
  const [row] = await rowOf(tx, id);
  return row ? whole(tx, row) : null;
}

const rowOf = askedOften((tx, id: string) =>
  tx.selectFrom('booking').select(kept).where('id', '=', id),
);

/** The booking whose room this is now, or null. @throws DamagedRow @see B9 */
export async function bookingByRoom(tx: Tx, roomId: string): Promise<Booking | null> {
  const row = await tx
    .selectFrom('booking')
    .select(kept)
    .where('room_id', '=', roomId)
    .executeTakeFirst();
  return row ? whole(tx, row) : null;
}

async function whole(tx: Tx, row: BookingRow): Promise<Booking> {
  const booking = await bookingOf(tx, row);
  if (booking) return fromJson<Booking>(booking);
  const of = await tx
    .selectFrom('booking')
    .select(['mentor_id', 'mentee_id'])
    .where('id', '=', row.id)
    .executeTakeFirstOrThrow();
  throw new DamagedRow({ table: 'booking', id: row.id }, [of.mentor_id, of.mentee_id]);
}

/** Whose room this is or was; null for an unknown one. */
export async function bookingOfRoom(tx: Tx, roomId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('room')
    .select('booking_id')
    .where('id', '=', roomId)
    .executeTakeFirst();
  return row?.booking_id ?? null;
}

/** What ties two people by bookings, as far as writing goes: `live` is pending or upcoming. @see P3 */
export async function bookingTies(
  tx: Tx,
  one: string,
  other: string,
  now: Instant,
): Promise<{ booking: boolean; liveBooking: boolean }> {
  const rows = await betweenThem(tx, one, other);
  return {
    booking: rows.length > 0,
    liveBooking: rows.some(
      ({ state, closes_at }) =>
        state === 'pending' || (state === 'accepted' && closes_at > toText(now)),
    ),
  };
}

const betweenThem = askedOften((tx, one: string, other: string) =>
  tx
    .selectFrom('booking')
    .select(['state', 'closes_at'])
    .where((where) =>
      where.or([
        where.and([where('mentor_id', '=', one), where('mentee_id', '=', other)]),
        where.and([where('mentor_id', '=', other), where('mentee_id', '=', one)]),
      ]),
    ),
);

/** What happened to a booking, in order. */
export async function eventsOf(
  tx: Tx,
  bookingId: string,
): Promise<Selectable<BookingEventTable>[]> {
  return tx
    .selectFrom('booking_event')
    .selectAll()
    .where('booking_id', '=', bookingId)
    .orderBy('revision')
    .execute();
}

/** Rooms of a person's sessions that have not closed yet; of one program, if named. @see P4 */
export async function roomsOf(
  tx: Tx,
  personId: string,
  now: Instant,
  programId?: string,
): Promise<string[]> {
  let rooms = tx
    .selectFrom('booking')
    .select('room_id')
    .where('room_id', 'is not', null)
    .where('closes_at', '>', toText(now))
    .where('state', 'in', ['accepted', 'completed', 'no-show'])
    .where((where) =>
      where.or([where('mentor_id', '=', personId), where('mentee_id', '=', personId)]),
    );
  if (programId !== undefined) rooms = rooms.where('program_id', '=', programId);
  return (await rooms.execute()).flatMap(({ room_id: roomId }) => roomId ?? []);
}
