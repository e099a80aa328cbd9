import { isBefore, type Instant } from '../time/index.ts';
import type { Booking } from './booking.ts';
import { windowOf } from './room-state.ts';

/** The lists of Sessions: Pending, Upcoming, Past and Cancelled. */
export type BookingShelf = 'pending' | 'upcoming' | 'past' | 'cancelled';

/** Where a booking is listed. An accepted one is upcoming until its room's window closes. @see B3 W1 */
export function shelfOf(booking: Booking, now: Instant): BookingShelf {
  switch (booking.state) {
    case 'pending':
      return 'pending';
    case 'accepted':
      return isBefore(now, windowOf(booking).closesAt) ? 'upcoming' : 'past';
    case 'completed':
    case 'no-show':
      return 'past';
    default:
      return 'cancelled';
  }
}
