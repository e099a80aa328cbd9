import { fromJson, toText, type Booking, type BookingEvent, type Instant } from '@confab/shared';
import { sql, type Selectable } from 'kysely';
import { askedOften } from '../../db/asked-often.ts';
import { DamagedRow } from '../../db/damage.ts';
import type { Tx } from '../../db/database.ts';
import { oneOf } from '../../db/list.ts';
import type { BookingEventTable } from '../../db/tables/bookings.ts';
import { bookingOf, kept, type BookingRow } from './document.ts';
import { sides } from './sides.ts';
import { eventIn } from './stored-event.ts';

export { bookingsOf, kept } from './document.ts';
export { answerTimes } from './answers.ts';
export { changeIn } from './change.ts';
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
interface BookingTies {
  booking: boolean;
  liveBooking: boolean;
}

/** What ties a person to each of these others; left out are those whom nothing ties. */
export async function bookingTies(
  tx: Tx,
  personId: string,
  otherIds: readonly string[],
  now: Instant,
): Promise<Map<string, BookingTies>> {
  const ties = new Map<string, BookingTies>();
  for (const { other, live } of await tiesOf(tx, personId, otherIds, toText(now)))
    ties.set(other, {
      booking: true,
      liveBooking: live === 1 || ties.get(other)?.liveBooking === true,
    });
  return ties;
}

/** All that ever was is in few rows of `met`; what is live is in few entries of each side's index. */
const tiesOf = askedOften((tx, personId: string, otherIds: readonly string[], at: string) => {
  const ever = tx
    .selectFrom('met')
    .select(['other_id as other', sql.lit(0).as('live')])
    .where('person_id', '=', personId)
    .where('side', 'in', ['mentor', 'mentee'])
    .where(oneOf(tx, 'other_id', otherIds));
  return sides.reduce((all, { own, other }) => {
    const live = tx
      .selectFrom('booking')
      .select([`${other} as other`, sql.lit(1).as('live')])
      .where(own, '=', personId)
      .where(oneOf(tx, other, otherIds));
    return all
      .unionAll(live.where('state', '=', 'pending'))
      .unionAll(live.where('state', '=', 'accepted').where('closes_at', '>', at));
  }, ever);
});

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

/** The same in the domain's shape, to be folded. */
export const historyOf = async (tx: Tx, bookingId: string): Promise<BookingEvent[]> =>
  (await eventsOf(tx, bookingId)).map(eventIn);

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
