import { fromJson, toText, type Booking, type BookingState, type Instant } from '@confab/shared';
import type { BookingView, Shelf } from '@confab/shared/protocol';
import type { Selectable } from 'kysely';
import { askedOften } from '../../db/asked-often.ts';
import { DamagedRow } from '../../db/damage.ts';
import type { Tx } from '../../db/database.ts';
import type { BookingEventTable } from '../../db/tables.ts';
import { bookingOf, kept, type BookingRow } from './document.ts';

export { bookingsOf, kept } from './document.ts';
export { answerTimes } from './answers.ts';
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

const views = (tx: Tx) =>
  tx
    .selectFrom('booking')
    .innerJoin('program', 'program.id', 'booking.program_id')
    .select([...kept, 'program.name as programName']);

type ViewRow = BookingRow & { programName: string };

async function viewOf(tx: Tx, row: ViewRow): Promise<BookingView | null> {
  const booking = await bookingOf(tx, row);
  return booking && { booking, programName: row.programName };
}

/** What cannot be read is left out. */
async function viewsOf(tx: Tx, rows: readonly ViewRow[]): Promise<BookingView[]> {
  const found: BookingView[] = [];
  for (const row of rows) {
    const view = await viewOf(tx, row);
    if (view) found.push(view);
  }
  return found;
}

/** A booking as its two people see it; null for everybody else, and where it cannot be read. */
export async function viewFor(tx: Tx, viewer: string, id: string): Promise<BookingView | null> {
  const [row] = await viewById(tx, id);
  const view = row && (await viewOf(tx, row));
  if (!view) return null;
  return view.booking.mentorId === viewer || view.booking.menteeId === viewer ? view : null;
}

const viewById = askedOften((tx, id: string) => views(tx).where('booking.id', '=', id));

const sides = ['mentor_id', 'mentee_id'] as const;

/** What a snapshot holds of this person's bookings: the latest, and older ones that are live. */
export async function liveViews(tx: Tx, viewer: string, latest: number): Promise<BookingView[]> {
  const newest: (ViewRow & { requested_at: string })[] = [];
  const live: ViewRow[] = [];
  // Each by its index: whoever has thousands has few that are live.
  for (const side of sides) {
    const own = views(tx).where(side, '=', viewer);
    newest.push(
      ...(await own
        .select('requested_at')
        .orderBy('requested_at', 'desc')
        .orderBy('booking.id')
        .limit(latest)
        .execute()),
    );
    live.push(...(await own.where('state', 'in', ['pending', 'accepted']).execute()));
  }
  const shown = newest
    .toSorted((a, b) => compare(b.requested_at, a.requested_at) || compare(a.id, b.id))
    .slice(0, latest);
  const known = new Set(shown.map(({ id }) => id));
  return viewsOf(tx, [...shown, ...live.filter(({ id }) => !known.has(id))]);
}

/** By bytes, as the store compares ids and times. */
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const statesOf: Record<Shelf, readonly BookingState[]> = {
  pending: ['pending'],
  upcoming: ['accepted'],
  past: ['completed', 'no-show', 'accepted'],
  cancelled: ['declined', 'expired', 'withdrawn', 'cancelled'],
};

/** One page of a shelf in its order, after the booking `before`; one more than `limit` if there is. */
export async function shelfPage(
  tx: Tx,
  viewer: string,
  shelf: Shelf,
  now: Instant,
  before: Booking | null,
  limit: number,
): Promise<BookingView[]> {
  const soonFirst = shelf === 'pending' || shelf === 'upcoming';
  const found: (ViewRow & { starts_at: string })[] = [];
  for (const side of sides)
    for (const state of statesOf[shelf]) {
      let page = views(tx)
        .select('starts_at')
        .where(side, '=', viewer)
        .where('state', '=', state)
        .orderBy('starts_at', soonFirst ? 'asc' : 'desc')
        .orderBy('booking.id')
        .limit(limit + 1);
      if (state === 'accepted')
        page = page.where('closes_at', shelf === 'upcoming' ? '>' : '<=', toText(now));
      if (before) {
        const start = toText(before.terms.startsAt);
        page = page
          .where('starts_at', soonFirst ? '>=' : '<=', start)
          .where((where) =>
            where.or([
              where('starts_at', soonFirst ? '>' : '<', start),
              where.and([where('starts_at', '=', start), where('booking.id', '>', before.id)]),
            ]),
          );
      }
      found.push(...(await page.execute()));
    }
  const order = soonFirst ? 1 : -1;
  const inOrder = found.toSorted(
    (a, b) => order * compare(a.starts_at, b.starts_at) || compare(a.id, b.id),
  );
  return viewsOf(tx, inOrder.slice(0, limit + 1));
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
