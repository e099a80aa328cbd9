import type { Instant } from '../time/index.ts';
import type { Booking } from './booking.ts';
import type { BookingEvent } from './event.ts';
import { spokenTerms } from './spoken-terms.ts';

/** The start that an event speaks of: the offered or agreed one, else the booking's. */
export const spokenStart = (event: BookingEvent, booking: Booking): Instant =>
  spokenTerms(event, booking).startsAt;
