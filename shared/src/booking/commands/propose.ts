import { addMinutes, isBefore, resolveLocal, type Instant } from '../../time/index.ts';
import type { Accepted, Booking, Pending, Side, Terms } from '../booking.ts';
import { changedTerms } from '../changed-terms.ts';
import type { BookingCommand } from '../command.ts';
import { liveOffer, seenVersion } from '../live-offer.ts';
import { bookedMinutes } from '../marks.ts';
import { newOffer, timeLeft } from '../offer.ts';
import { otherSide } from '../side.ts';
import {
  refuseDuration,
  refuseHeld,
  refuseLocation,
  refusePending,
  refuseStart,
} from '../terms.ts';
import { happened, refuse, type May, type Refused, type Verdict } from '../verdict.ts';
import type { Context } from './context.ts';

type Propose = Extract<BookingCommand, { type: 'propose' }>;

/**
 * May a side put other terms forward? On the other side's live offer that is a counter, on one's
 * own a replacement; but a mentee's request or counter ends only with the request. @see R1 B7
 */
export function mayPropose(
  booking: Booking,
  side: Side,
  now: Instant,
  seen: number = seenVersion(booking),
): May<{ booking: Pending | Accepted }> {
  if (booking.state !== 'pending' && booking.state !== 'accepted') {
    return refuse({ code: 'wrong-state', state: booking.state });
  }
  const offer = liveOffer(booking);
  if (seen !== seenVersion(booking)) return refuse({ code: 'stale-offer', offer });
  if (booking.state === 'pending' && side === 'mentee' && booking.offer.by === 'mentee') {
    return refuse({ code: 'not-your-turn' });
  }
  const until = offer?.respondBy ?? booking.terms.startsAt;
  if (!isBefore(now, until)) return refuse({ code: 'too-late', sinceAt: until });
  return { ok: true, until, booking };
}

/** Another time, duration or place is put before the other side, whose clock starts. @see R1 R3 D2 */
export function propose(booking: Booking, command: Propose, context: Context): Verdict {
  const { side, now, facts } = context;
  const may = mayPropose(booking, side, now, command.version);
  if (!may.ok) return may;
  const proposed = proposedTerms(may.booking, command, context);
  if (!proposed.ok) return proposed;
  const offer = newOffer({
    version: booking.version + 1,
    by: side,
    terms: proposed.terms,
    now,
    zone: facts[otherSide(side)].zone,
    clock: facts.settings.clock,
    ...(may.booking.state === 'accepted' && { agreedStart: booking.terms.startsAt }),
  });
  return happened({ type: 'proposed', at: now, offer, left: leftOf(may.booking, now) });
}

/** What the mentor's first answer leaves of the mentee's clock. @see R3 */
const leftOf = (booking: Pending | Accepted, now: Instant): number | null =>
  booking.state === 'pending' && booking.offer.by === 'mentee'
    ? timeLeft(booking.offer, now)
    : null;

/** What a proposal does not name stays as it is on the table. @see R1 B2 B6 B8 */
function proposedTerms(
  booking: Pending | Accepted,
  { start, minutes, location }: Propose,
  { now, facts }: Context,
): { ok: true; terms: Terms } | Refused {
  const { settings } = facts;
  const table = liveOffer(booking)?.terms ?? booking.terms;
  const duration = minutes ?? bookedMinutes(table);
  const unfit =
    (location ? refuseLocation(location, settings) : null) ?? refuseDuration(duration, settings);
  if (unfit) return unfit;
  const moment = start ? resolveLocal(start) : { ok: true as const, at: table.startsAt };
  if (!moment.ok) return moment;
  const startsAt = moment.at;
  const endsAt = addMinutes(startsAt, duration);
  const terms = { startsAt, endsAt, location: location ?? table.location };
  if (changesNothing(booking, terms)) return refuse({ code: 'no-change' });
  const impossible =
    refuseStart(startsAt, now, settings) ??
    refuseHeld(terms, facts) ??
    (booking.state === 'pending' ? refusePending(terms, facts) : null);
  return impossible ?? { ok: true, terms };
}

/** Neither what is on the table nor what is agreed is another time. */
const changesNothing = (booking: Pending | Accepted, terms: Terms): boolean => {
  const offer = liveOffer(booking);
  if (offer && isSame(offer.terms, terms)) return true;
  return booking.state === 'accepted' && isSame(booking.terms, terms);
};

const isSame = (a: Terms, b: Terms): boolean => changedTerms(a, b).size === 0;
