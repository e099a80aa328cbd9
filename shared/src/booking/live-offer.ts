import type { Instant } from '../time/index.ts';
import type { Booking, Offer } from './booking.ts';

/** The offer on the table: the request, a proposal or a counter; null when there is none. @see R1 */
export function liveOffer(booking: Booking): Offer | null {
  switch (booking.state) {
    case 'pending':
      return booking.offer;
    case 'accepted':
      return booking.proposal;
    default:
      return null;
  }
}

/** The version that a command names by one who sees the booking as it is now. @see R1 */
export const seenVersion = (booking: Booking): number =>
  liveOffer(booking)?.version ?? booking.version;

/** When `expire` must next be decided on a booking: its live offer's deadline, or null. @see D4 R4 */
export const dueAt = (booking: Booking): Instant | null => liveOffer(booking)?.respondBy ?? null;
