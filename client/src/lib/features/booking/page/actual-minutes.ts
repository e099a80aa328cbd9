import {
  actualMinutesRange,
  bookedMinutes,
  isBefore,
  minutesBetween,
  type Booking,
  type Instant,
  type Interval,
} from '@confab/shared';

/** The actual durations to choose from, in minutes. @see F1 */
export function actualMinutesChoices(booking: { terms: Interval }): number[] {
  const { from, to, step } = actualMinutesRange(booking);
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, n) => from + n * step);
}

/** What to suggest: as booked, or the time gone so far when completed before the scheduled end. */
export function suggestedMinutes(booking: Booking, now: Instant): number {
  const { from, to, step } = actualMinutesRange(booking);
  const { startsAt, endsAt } = booking.terms;
  const minutes = isBefore(now, endsAt)
    ? minutesBetween(startsAt, now)
    : bookedMinutes(booking.terms);
  return Math.min(to, Math.max(from, Math.ceil(minutes / step) * step));
}
