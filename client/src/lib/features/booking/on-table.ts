import { roomWindow, windowOf, type Booking, type RoomWindow, type Terms } from '@confab/shared';

/** What a pending request would agree on, an open proposal's instead of the old; else the agreed. */
export const termsOnTable = (booking: Booking): Terms =>
  booking.state === 'pending' ? booking.offer.terms : booking.terms;

/** The room's hours for those terms. @see W1 */
export const roomOnTable = (booking: Booking): RoomWindow =>
  booking.state === 'pending'
    ? roomWindow({ ...booking.offer.terms, margins: booking.margins })
    : windowOf(booking);
