import {
  dueAt,
  fromText,
  toJson,
  toText,
  windowOf,
  type Booking,
  type BookingEvent,
  type Instant,
} from '@confab/shared';
import type { Tx } from '../../db/database.ts';
import { oneOf } from '../../db/list.ts';
import { plan } from '../../wakeup/store.ts';
import { keepSearched } from './searched.ts';

/** Writes the booking's state after `events`, and the events. @param from the state before */
export async function save(
  tx: Tx,
  from: Booking | null,
  booking: Booking,
  events: readonly BookingEvent[],
  actorId: string | null,
): Promise<void> {
  const columns = {
    state: booking.state,
    starts_at: toText(booking.terms.startsAt),
    ends_at: toText(booking.terms.endsAt),
    closes_at: toText(windowOf(booking).closesAt),
    room_id: booking.roomId,
    document: JSON.stringify(toJson(booking)),
  };
  if (from) await tx.updateTable('booking').set(columns).where('id', '=', booking.id).execute();
  else
    await tx
      .insertInto('booking')
      .values({
        id: booking.id,
        program_id: booking.programId,
        mentor_id: booking.mentorId,
        mentee_id: booking.menteeId,
        requested_at: toText(booking.requestedAt),
        ...columns,
      })
      .execute();
  if (booking.roomId)
    await tx
      .insertInto('room')
      .values({ id: booking.roomId, booking_id: booking.id })
      .onConflict((on) => on.column('id').doNothing())
      .execute();
  await plan(tx, 'deadline', booking.id, dueAt(booking));
  const { closesAt } = windowOf(booking);
  await plan(tx, 'closing', booking.id, booking.state === 'accepted' ? closesAt : null);
  if (!from) await keepSearched(tx, booking);
  let revision = booking.revision - events.length;
  for (const event of events)
    await tx
      .insertInto('booking_event')
      .values({
        booking_id: booking.id,
        revision: ++revision,
        type: event.type,
        actor_id: actorId,
        happened_at: toText(event.at),
        document: JSON.stringify(toJson(event)),
      })
      .execute();
}

/** Bookings of these people that may have a deadline. @see D6 */
export async function openWith(tx: Tx, personIds: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom('booking')
    .select('id')
    .where('state', 'in', ['pending', 'accepted'])
    .where((where) =>
      where.or([oneOf(tx, 'mentor_id', personIds), oneOf(tx, 'mentee_id', personIds)]),
    )
    .execute();
  return rows.map((row) => row.id);
}

/** Pending and accepted bookings of a person in a program. @see P4 */
export async function openOf(tx: Tx, programId: string, personId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('booking')
    .select('id')
    .where('program_id', '=', programId)
    .where('state', 'in', ['pending', 'accepted'])
    .where((where) =>
      where.or([where('mentor_id', '=', personId), where('mentee_id', '=', personId)]),
    )
    .orderBy('id')
    .execute();
  return rows.map((row) => row.id);
}

/** Agreed sessions that close later and have no wake-up for it. */
export async function unplanned(
  tx: Tx,
  now: Instant,
): Promise<{ id: string; closesAt: Instant }[]> {
  const rows = await tx
    .selectFrom('booking')
    .leftJoin('wakeup', (join) =>
      join.onRef('wakeup.ref', '=', 'booking.id').on('wakeup.kind', '=', 'closing'),
    )
    .select(['booking.id', 'booking.closes_at'])
    .where('booking.closes_at', '>', toText(now))
    .where('booking.state', '=', 'accepted')
    .where('wakeup.ref', 'is', null)
    .execute();
  return rows.map((row) => ({ id: row.id, closesAt: fromText(row.closes_at) }));
}
