import type { Instant } from '../time/index.ts';
import type { Booking } from './booking.ts';
import type { BookingEvent } from './event.ts';

/** The start that an event speaks of: the offered or agreed one, else the booking's. */
export function spokenStart(event: BookingEvent, booking: Booking): Instant {
  if ('offer' in event && event.offer) return event.offer.terms.startsAt;
  return 'terms' in event ? event.terms.startsAt : booking.terms.startsAt;
}
