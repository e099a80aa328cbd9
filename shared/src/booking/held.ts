import type { Booking } from './booking.ts';
import type { Interval } from './overlaps.ts';

/** The time that a booking keeps both people busy, or null: the session's own, without margins. @see B6 */
export function heldInterval(booking: Booking): Interval | null {
  switch (booking.state) {
    case 'accepted':
    case 'completed':
    case 'no-show':
      return intervalOf(booking.terms);
    default:
      return null;
  }
}

/** The time that a pending request hopes for, an open proposal's instead of the old; or null. @see B6 */
export const pendingInterval = (booking: Booking): Interval | null =>
  booking.state === 'pending' ? intervalOf(booking.offer.terms) : null;

const intervalOf = ({ startsAt, endsAt }: Interval): Interval => ({ startsAt, endsAt });
