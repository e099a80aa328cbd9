import { earliest, type Instant } from '../time/index.ts';
import type { Offer, Side, Terms } from './booking.ts';
import { clockEnd } from './deadline.ts';
import { openTime } from './open-time.ts';
import { clockLength, type ResponseClock } from './response-clock.ts';

/** An offer whose response clock starts now. @see D2 D4 R4 */
export function newOffer(offer: {
  version: number;
  by: Side;
  terms: Terms;
  now: Instant;
  /** The responder's zone. */
  zone: string;
  clock: ResponseClock;
  /** The agreed start, on an accepted booking: a proposal lapses then, too. */
  agreedStart?: Instant;
}): Offer {
  const { version, by, terms, now, zone, agreedStart } = offer;
  const clock = { ...offer.clock, closedDays: [...offer.clock.closedDays] };
  const clockEndsAt = clockEnd(now, clockLength(clock), zone, clock);
  const starts = agreedStart ? [terms.startsAt, agreedStart] : [terms.startsAt];
  const respondBy = earliest(clockEndsAt, ...starts);
  return { version, by, terms, madeAt: now, zone, clock, clockEndsAt, respondBy };
}

/** Open milliseconds that an offer's clock still has, before `min` with the start. @see R3 */
export const timeLeft = ({ clockEndsAt, zone, clock }: Offer, now: Instant): number =>
  openTime({ from: now, to: clockEndsAt, zone, clock });

/** An answered offer that stands again, its clock counting on from now with what was left. @see R3 */
export function standingAgain(offer: Offer, left: number, now: Instant): Offer {
  const clockEndsAt = clockEnd(now, left, offer.zone, offer.clock);
  return { ...offer, clockEndsAt, respondBy: earliest(clockEndsAt, offer.terms.startsAt) };
}
