import { shelfOf, Temporal, type Booking, type Instant } from '@confab/shared';

/** It is not over, nor has it come to nothing. */
export const isComing = (booking: Booking, now: Instant): boolean =>
  ['pending', 'upcoming'].includes(shelfOf(booking, now));

/** The coming ones first, the nearest on top; then those that are over, the latest on top. */
export function inOrder<One extends { booking: Booking }>(bookings: One[], now: Instant): One[] {
  const coming = ({ booking }: One) => isComing(booking, now);
  const byStart = (a: One, b: One) =>
    Temporal.Instant.compare(a.booking.terms.startsAt, b.booking.terms.startsAt);
  return [
    ...bookings.filter(coming).toSorted(byStart),
    ...bookings.filter((one) => !coming(one)).toSorted((a, b) => byStart(b, a)),
  ];
}
