import {
  liveOffer,
  roomWindow,
  standingTerms,
  termsChange,
  windowOf,
  type Booking,
  type RoomWindow,
  type Terms,
  type TermsChange,
} from '@confab/shared';

/** What a pending request would agree on, an open proposal's instead of the old; else the agreed. */
export const termsOnTable = (booking: Booking): Terms =>
  booking.state === 'pending' ? booking.offer.terms : booking.terms;

/** The room's hours for those terms. @see W1 */
export const roomOnTable = (booking: Booking): RoomWindow =>
  booking.state === 'pending'
    ? roomWindow({ ...booking.offer.terms, margins: booking.margins })
    : windowOf(booking);

/** What the proposal on the table would change; null: there is none, or it is not known. @see R1 */
export function changeOnTable(booking: Booking): TermsChange | null {
  const standing = standingTerms(booking);
  const offer = liveOffer(booking);
  return standing && offer && termsChange(standing, offer.terms);
}
