import type { Booking } from './booking.ts';
import type { BookingEvent } from './event.ts';
import { always, impossible, type EventOf } from './fold.ts';
import { onAccepted, onMarked } from './fold-agreed.ts';
import { onPending } from './fold-pending.ts';

/**
 * The booking after an event: `decide`'s booking is the fold of its events.
 *
 * @throws Error on an event that cannot follow, which no decision makes
 */
export function applyEvent(booking: Booking | null, event: BookingEvent): Booking {
  if (!booking) {
    if (event.type !== 'requested') throw impossible(booking, event);
    return begin(event);
  }
  const kept = { ...always(booking), revision: booking.revision + 1 };
  switch (booking.state) {
    case 'pending':
      return onPending(booking, kept, event);
    case 'accepted':
      return onAccepted(booking, kept, event);
    case 'completed':
    case 'no-show':
      return onMarked(booking, kept, event);
    default:
      throw impossible(booking, event);
  }
}

function begin({ bookingId, at, ...event }: EventOf<'requested'>): Booking {
  const { programId, mentorId, menteeId, note, margins, roomId, offer } = event;
  return {
    id: bookingId,
    programId,
    mentorId,
    menteeId,
    note,
    requestedAt: at,
    terms: offer.terms,
    roomId,
    margins,
    extension: 0,
    version: offer.version,
    revision: 1,
    state: 'pending',
    awaiting: 'mentor',
    offer,
    countered: null,
  };
}
