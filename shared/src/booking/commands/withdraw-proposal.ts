import { earliest, isBefore, type Instant } from '../../time/index.ts';
import type { AwaitingMentee, Booking, Offer, Side } from '../booking.ts';
import type { BookingCommand } from '../command.ts';
import { liveOffer, seenVersion } from '../live-offer.ts';
import { standingAgain } from '../offer.ts';
import { refusePending } from '../terms.ts';
import { happened, refuse, type May, type Verdict } from '../verdict.ts';
import type { Context } from './context.ts';

/**
 * May a side take its own proposal back? On a pending request only the mentor has one, and only
 * while the mentee's own offer, which would stand again, lies ahead. @see R1 R3
 */
export function mayWithdrawProposal(
  booking: Booking,
  side: Side,
  now: Instant,
  seen: number = seenVersion(booking),
): May<{ offer: Offer }> {
  if (booking.state !== 'pending' && booking.state !== 'accepted') {
    return refuse({ code: 'wrong-state', state: booking.state });
  }
  const offer = liveOffer(booking);
  if (!offer || offer.version !== seen) return refuse({ code: 'stale-offer', offer });
  const isRequest = booking.state === 'pending' && offer.by === 'mentee';
  if (isRequest || offer.by !== side) return refuse({ code: 'not-your-part' });
  const answered = answeredOf(booking);
  const until =
    answered === null ? offer.respondBy : earliest(offer.respondBy, answered.offer.terms.startsAt);
  if (!isBefore(now, until)) return refuse({ code: 'too-late', sinceAt: until });
  return { ok: true, until, offer };
}

/** A proposal is taken back; on a pending request the mentee's last own offer stands again. @see R3 */
export function withdrawProposal(
  booking: Booking,
  command: Extract<BookingCommand, { type: 'withdraw-proposal' }>,
  { side, now, facts }: Context,
): Verdict {
  const may = mayWithdrawProposal(booking, side, now, command.version);
  if (!may.ok) return may;
  const { version } = may.offer;
  const answered = answeredOf(booking);
  // Meanwhile the mentee may have asked this mentor for the old time in another request.
  const doubled = answered === null ? null : refusePending(answered.offer.terms, facts);
  if (doubled) return doubled;
  const offer = answered === null ? null : standingAgain(answered.offer, answered.left, now);
  return happened({ type: 'proposal-withdrawn', at: now, bySide: side, version, offer });
}

/** The mentee's offer that a mentor's proposal has answered, if there is one. */
const answeredOf = (booking: Booking): AwaitingMentee['answered'] | null =>
  'answered' in booking ? booking.answered : null;
