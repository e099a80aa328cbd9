import { applyEvent, fromJson, toJson, type Booking, type BookingEvent } from '@confab/shared';
import type { Json } from '@confab/shared';
import type { BookingJson } from '@confab/shared/protocol';
import { legible, tellDamage } from '../../db/damage.ts';
import type { Tx } from '../../db/database.ts';

/** Of a booking's row what is needed to read it, and to see that it was read right. */
export interface BookingRow {
  id: string;
  state: string;
  document: string;
}

/** What a row is read by. */
export const kept = ['booking.id', 'booking.state', 'booking.document'] as const;

/** These bookings, but for those that cannot be read. */
export async function bookingsOf(tx: Tx, rows: readonly BookingRow[]): Promise<Booking[]> {
  const bookings: Booking[] = [];
  for (const row of rows) {
    const booking = await bookingOf(tx, row);
    if (booking) bookings.push(fromJson<Booking>(booking));
  }
  return bookings;
}

/**
 * The booking that a row keeps. A damaged document is made anew from the events, of which it is the
 * fold; the next change writes it whole.
 * @returns null where those are damaged, too
 */
export function bookingOf(tx: Tx, row: BookingRow): BookingJson | Promise<BookingJson | null> {
  try {
    return parsed(row);
  } catch (cause) {
    return fromEvents(tx, row, cause);
  }
}

function parsed({ id, state, document }: BookingRow): BookingJson {
  const booking = withLater(JSON.parse(document) as BookingJson);
  if (booking.id !== id || booking.state !== state || !isWhole(booking))
    throw new Error('The document is not the booking that the row says it is');
  return booking;
}

/**
 * Requests were kept without what they counter before that was told, and marks without a contest
 * before anybody could contest them. @see R1 F2 F3
 */
function withLater(booking: BookingJson): BookingJson {
  if (booking.state === 'pending' && booking.awaiting === 'mentor')
    return { ...booking, countered: booking.countered ?? null };
  const isMark = booking.state === 'completed' || booking.state === 'no-show';
  return isMark ? { ...earlierMark, ...booking } : booking;
}

const earlierMark = { contest: null, reason: null };

/** Is there what everybody reads without asking? */
function isWhole(booking: BookingJson): boolean {
  const { terms, margins, requestedAt } = booking;
  if (!isOffered(terms) || !isInstant(requestedAt)) return false;
  if (typeof margins.before !== 'number' || typeof margins.after !== 'number') return false;
  if (typeof booking.revision !== 'number' || typeof booking.version !== 'number') return false;
  if (booking.state === 'pending') {
    const { offer } = booking;
    return isOffered(offer.terms) && isInstant(offer.respondBy) && isInstant(offer.clockEndsAt);
  }
  if (booking.state !== 'accepted' || booking.proposal === null) return true;
  return isOffered(booking.proposal.terms) && isInstant(booking.proposal.respondBy);
}

const isOffered = ({ startsAt, endsAt, location }: BookingJson['terms']): boolean =>
  isInstant(startsAt) && isInstant(endsAt) && typeof location.kind === 'string';

/** Fixed-width text. */
const isInstant = (text: unknown): boolean =>
  typeof text === 'string' && text.length === 24 && text.endsWith('Z');

async function fromEvents(tx: Tx, row: BookingRow, cause: unknown): Promise<BookingJson | null> {
  const damaged = { table: 'booking', id: row.id, column: 'document' } as const;
  const rows = await tx
    .selectFrom('booking_event')
    .select('document')
    .where('booking_id', '=', row.id)
    .orderBy('revision')
    .execute();
  const folded = legible({ ...damaged, table: 'booking_event' }, () =>
    rows
      .map(({ document }) => fromJson<BookingEvent>(JSON.parse(document) as Json<BookingEvent>))
      .reduce<Booking | null>(applyEvent, null),
  );
  const whole = folded?.id === row.id && folded.state === row.state;
  tellDamage({ ...damaged, cause, healed: whole });
  return whole ? toJson(folded) : null;
}
