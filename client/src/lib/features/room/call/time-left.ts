import { isBefore, windowOf, type Booking, type Instant } from '@confab/shared';

/** What the call's clock counts down to: the session's start, its end, the room's closing. */
export interface TimeLeft {
  until: 'start' | 'end' | 'close';
  at: Instant;
}

/** A session ends before its room does: its own time is said first, then what remains. @see W1 */
export function timeLeft(booking: Booking, now: Instant): TimeLeft {
  const { startsAt, endsAt } = booking.terms;
  if (isBefore(now, startsAt)) return { until: 'start', at: startsAt };
  if (isBefore(now, endsAt)) return { until: 'end', at: endsAt };
  return { until: 'close', at: windowOf(booking).closesAt };
}
