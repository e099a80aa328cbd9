import type { Booking, Terms } from './booking.ts';
import { changedTerms } from './changed-terms.ts';
import type { BookingEvent } from './event.ts';
import type { Location } from './location.ts';
import { bookedMinutes } from './marks.ts';

/** What of a session's terms is another, and which; what stays is not named. The same on the wire. */
export interface TermsChange {
  /** The start is another; which one is said beside this. */
  start: boolean;
  /** The new length in minutes; null: it stays. */
  minutes: number | null;
  /** The new place; null: it stays. */
  location: Location | null;
}

/** What these terms become by those; null: nothing is another. @see R1 */
export function termsChange(before: Terms, after: Terms): TermsChange | null {
  const changed = changedTerms(before, after);
  if (changed.size === 0) return null;
  return {
    start: changed.has('start'),
    minutes: changed.has('length') ? bookedMinutes(after) : null,
    location: changed.has('place') ? after.location : null,
  };
}

/**
 * What the offer on the table would take the place of: the agreed terms, or while the request is
 * pending the other side's last. Null: there is no such offer, or it is the mentee's first or one
 * that stands again. @see R2 R3
 */
export function standingTerms(booking: Booking): Terms | null {
  if (booking.state === 'accepted') return booking.proposal && booking.terms;
  if (booking.state !== 'pending') return null;
  return booking.awaiting === 'mentee' ? booking.terms : booking.countered;
}

/** What a proposal would change, or an acceptance has changed; null: nothing. @see R1 R2 R3 */
export function changeBy(before: Booking | null, event: BookingEvent): TermsChange | null {
  if (!before) return null;
  switch (event.type) {
    case 'proposed':
      return termsChange(answeredTerms(before, event), event.offer.terms);
    case 'accepted':
    case 'moved':
      return termsChange(standingTerms(before) ?? before.terms, event.terms);
    default:
      return null;
  }
}

/** A mentee's counter answers what the mentor proposed; every other proposal the booking's terms. */
const answeredTerms = (
  before: Booking,
  { offer }: Extract<BookingEvent, { type: 'proposed' }>,
): Terms =>
  before.state === 'pending' && offer.by === 'mentee' ? before.offer.terms : before.terms;
