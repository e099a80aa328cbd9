import { Temporal, type Booking, type Instant } from '@confab/shared';
import type { LiveBooking } from '#lib/live/index.ts';

/** When the booking's room opens and closes; null where it has none. @see W1 */
export function roomHours(booking: Booking): { opensAt: Instant; closesAt: Instant } | null {
  if (!booking.roomId) return null;
  if (!['accepted', 'completed', 'no-show'].includes(booking.state)) return null;
  const { terms, margins, extension } = booking;
  return {
    opensAt: terms.startsAt.subtract({ minutes: margins.before }),
    closesAt: terms.endsAt.add({ minutes: margins.after + extension }),
  };
}

/** The accepted session whose room is open at `now`; the one that started last, if several. */
export function openRoom(bookings: LiveBooking[], now: Instant): LiveBooking | null {
  const open = bookings.filter(({ booking }) => {
    if (booking.state !== 'accepted') return false;
    const hours = roomHours(booking);
    return (
      hours !== null &&
      Temporal.Instant.compare(hours.opensAt, now) <= 0 &&
      Temporal.Instant.compare(now, hours.closesAt) < 0
    );
  });
  const latest = open.toSorted((a, b) =>
    Temporal.Instant.compare(b.booking.terms.startsAt, a.booking.terms.startsAt),
  );
  return (
    latest.find(({ booking }) => Temporal.Instant.compare(booking.terms.startsAt, now) <= 0) ??
    latest.at(-1) ??
    null
  );
}
