import { Temporal, roomState, type Instant } from '@confab/shared';
import type { LiveBooking } from '#lib/live/index.ts';

/** The accepted session whose room is open at `now`; where several are, the one to be in. */
export function openRoom(bookings: LiveBooking[], now: Instant): LiveBooking | null {
  const open = bookings
    .filter(({ booking }) => booking.state === 'accepted' && roomState(booking, now) === 'open')
    .toSorted((a, b) => compare(a.booking.terms.startsAt, b.booking.terms.startsAt));
  const begun = open.filter(({ booking }) => compare(booking.terms.startsAt, now) <= 0);
  const running = begun.findLast(({ booking }) => compare(now, booking.terms.endsAt) < 0);
  return running ?? open.find((one) => !begun.includes(one)) ?? begun.at(-1) ?? null;
}

const compare = (a: Instant, b: Instant) => Temporal.Instant.compare(a, b);
