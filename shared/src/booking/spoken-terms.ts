import type { Booking, Terms } from './booking.ts';
import type { BookingEvent } from './event.ts';

/** The terms that an event speaks of: the offered ones, else the booking's after it. */
export function spokenTerms(event: BookingEvent, booking: Booking): Terms {
  return 'offer' in event && event.offer ? event.offer.terms : booking.terms;
}
