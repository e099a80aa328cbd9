import {
  isBefore,
  liveOffer,
  windowOf,
  type Booking,
  type Instant,
  type Side,
} from '@confab/shared';
import { m } from '#lib/paraglide/messages.js';

/** What the booking's clock counts down to, and how that is called after the figure. */
export interface NextMoment {
  kind: 'answer' | 'opens' | 'starts' | 'ends' | 'closes';
  at: Instant;
  words: string;
}

/** The next instant that matters; null when nothing more comes by the clock. */
export function nextMoment(booking: Booking, side: Side, now: Instant): NextMoment | null {
  const offer = liveOffer(booking);
  const windowed = windowOf(booking);
  const online = booking.terms.location.kind === 'online';
  const { startsAt, endsAt } = booking.terms;
  const ahead = (at: Instant) => isBefore(now, at);
  if (offer && ahead(offer.respondBy)) {
    const mine = offer.by !== side;
    const words = mine ? m.booking_until_answer() : m.booking_until_answer_theirs();
    return { kind: 'answer', at: offer.respondBy, words };
  }
  if (booking.state !== 'accepted') return null;
  if (online && ahead(windowed.opensAt)) {
    return { kind: 'opens', at: windowed.opensAt, words: m.booking_until_opens() };
  }
  if (ahead(startsAt)) return { kind: 'starts', at: startsAt, words: m.booking_until_starts() };
  if (ahead(endsAt)) return { kind: 'ends', at: endsAt, words: m.booking_until_ends() };
  if (online && ahead(windowed.closesAt)) {
    return { kind: 'closes', at: windowed.closesAt, words: m.booking_until_closes() };
  }
  return null;
}
