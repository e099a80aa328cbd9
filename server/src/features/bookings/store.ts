import {
  dueAt,
  fromText,
  toJson,
  toText,
  windowOf,
  type Booking,
  type BookingEvent,
  type BookingState,
  type Instant,
} from '@confab/shared';
import { sql } from 'kysely';
import { askedOften } from '../../db/asked-often.ts';
import type { Tx } from '../../db/database.ts';
import { oneOf } from '../../db/list.ts';
import { plan } from '../../wakeup/store.ts';
import { keepSearched } from './searched.ts';
import { sides } from './sides.ts';

/** Writes the booking's state after `events`, and the events. @param from the state before */
export async function save(
  tx: Tx,
  from: Booking | null,
  booking: Booking,
  events: readonly BookingEvent[],
  actorId: string | null,
): Promise<void> {
  const columns = [
    booking.state,
    toText(booking.terms.startsAt),
    toText(booking.terms.endsAt),
    toText(windowOf(booking).closesAt),
    booking.roomId,
    JSON.stringify(toJson(booking)),
  ] as const;
  if (from) await rewrite(tx, booking.id, ...columns);
  else {
    const { programId, mentorId, menteeId, requestedAt } = booking;
    const whose = { program_id: programId, mentor_id: mentorId, mentee_id: menteeId };
    const requested_at = toText(requestedAt);
    await tx
      .insertInto('booking')
      .values({ id: booking.id, ...whose, requested_at, ...columnsOf(...columns) })
      .execute();
  }
  if (booking.roomId) await keepRoom(tx, booking.roomId, booking.id);
  await plan(tx, 'deadline', booking.id, dueAt(booking));
  const { closesAt } = windowOf(booking);
  await plan(tx, 'closing', booking.id, booking.state === 'accepted' ? closesAt : null);
  if (!from) await keepSearched(tx, booking);
  let revision = booking.revision - events.length;
  for (const event of events) {
    const document = JSON.stringify(toJson(event));
    await putEvent(tx, booking.id, ++revision, event.type, actorId, toText(event.at), document);
  }
}

const columnsOf = (
  state: BookingState,
  starts_at: string,
  ends_at: string,
  closes_at: string,
  room_id: string | null,
  document: string,
) => ({ state, starts_at, ends_at, closes_at, room_id, document });

const rewrite = askedOften((tx, id: string, ...columns: Parameters<typeof columnsOf>) =>
  tx
    .updateTable('booking')
    .set(columnsOf(...columns))
    .where('id', '=', id),
);

const keepRoom = askedOften((tx, id: string, booking_id: string) =>
  tx
    .insertInto('room')
    .values({ id, booking_id })
    .onConflict((on) => on.column('id').doNothing()),
);

const putEvent = askedOften(
  (
    tx,
    booking_id: string,
    revision: number,
    type: string,
    actor_id: string | null,
    happened_at: string,
    document: string,
  ) =>
    tx
      .insertInto('booking_event')
      .values({ booking_id, revision, type, actor_id, happened_at, document }),
);

/** Of these people's bookings those whose deadline is due, and whose closing is; soonest first. @see D6 */
export async function dueWith(
  tx: Tx,
  personIds: readonly string[],
  now: Instant,
): Promise<Record<'deadline' | 'closing', string[]>> {
  const rows = await dueOf(tx, personIds, toText(now));
  const of = (kind: string) => rows.flatMap((row) => (row.kind === kind ? [row.ref] : []));
  return { deadline: of('deadline'), closing: of('closing') };
}

/** From their bookings to the wake-ups by key: of those that are due there may be a night's. */
const dueOf = askedOften((tx, personIds: readonly string[], at: string) => {
  const open = sides.map(
    ({ own }) => sql`select id from booking
      where ${oneOf(tx, own, personIds)} and state in ('pending', 'accepted')`,
  );
  return tx
    .selectFrom('wakeup')
    .select(['kind', 'ref'])
    .where('kind', 'in', ['deadline', 'closing'])
    .where(sql<boolean>`ref in (${sql.join(open, sql` union `)})`)
    .where('due_at', '<=', at)
    .orderBy('due_at')
    .orderBy('ref');
});

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
