import { Temporal, liveOffer, shelfOf, type BookingShelf, type Instant } from '@confab/shared';
import type { LiveBooking } from '#lib/live/index.ts';

/** Live and fetched bookings as one list: each once, in its newest state. */
export function merged(...lists: LiveBooking[][]): LiveBooking[] {
  const newest = new Map<string, LiveBooking>();
  for (const one of lists.flat()) {
    const known = newest.get(one.booking.id);
    if (!known || known.booking.revision < one.booking.revision) newest.set(one.booking.id, one);
  }
  return [...newest.values()];
}

export type Shelved = Record<BookingShelf, LiveBooking[]>;

/**
 * Each booking on its shelf: pending by deadline, upcoming soonest first, past and cancelled
 * latest first, as the server pages them.
 */
export function shelved(bookings: LiveBooking[], now: Instant): Shelved {
  const shelves: Shelved = { pending: [], upcoming: [], past: [], cancelled: [] };
  for (const one of bookings) shelves[shelfOf(one.booking, now)].push(one);
  shelves.pending.sort((a, b) => compare(deadline(a), deadline(b)) || byId(a, b));
  shelves.upcoming.sort((a, b) => compare(start(a), start(b)) || byId(a, b));
  shelves.past.sort((a, b) => compare(start(b), start(a)) || byId(a, b));
  shelves.cancelled.sort((a, b) => compare(start(b), start(a)) || byId(a, b));
  return shelves;
}

const compare = (a: Instant, b: Instant) => Temporal.Instant.compare(a, b);
const start = ({ booking }: LiveBooking) => booking.terms.startsAt;
const deadline = ({ booking }: LiveBooking) =>
  liveOffer(booking)?.respondBy ?? booking.terms.startsAt;
const byId = (a: LiveBooking, b: LiveBooking) => (a.booking.id < b.booking.id ? -1 : 1);
