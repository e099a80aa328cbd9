import type { Always, Booking, Cancelled } from './booking.ts';
import type { BookingEvent, BookingEventType } from './event.ts';

export type EventOf<Type extends BookingEventType> = Extract<BookingEvent, { type: Type }>;

/** What every state keeps, without what only one of them has. */
export function always(booking: Booking): Always {
  const { id, programId, mentorId, menteeId, note, requestedAt } = booking;
  const { terms, roomId, margins, extension, version, revision } = booking;
  const who = { id, programId, mentorId, menteeId, note, requestedAt };
  return { ...who, terms, roomId, margins, extension, version, revision };
}

export function cancelled(
  kept: Always,
  { bySide, reason, at: endedAt }: EventOf<'cancelled'>,
  from: Cancelled['from'],
): Cancelled {
  return { ...kept, state: 'cancelled', bySide, reason, endedAt, from };
}

export const impossible = (booking: Booking | null, event: BookingEvent): Error =>
  new Error(`The event ${event.type} cannot follow on a booking ${booking?.state ?? 'unmade'}.`);
