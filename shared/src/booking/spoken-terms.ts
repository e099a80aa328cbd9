import type { Booking, Terms } from './booking.ts';
import type { BookingEvent } from './event.ts';

/** The terms that an event speaks of: the offered or agreed ones, else the booking's after it. */
export function spokenTerms(event: BookingEvent, booking: Booking): Terms {
  if ('offer' in event && event.offer) return event.offer.terms;
  return 'terms' in event ? event.terms : booking.terms;
}
