import { isBefore, type Instant } from '../../time/index.ts';
import type { Booking } from '../booking.ts';
import { liveOffer } from '../live-offer.ts';
import { happened, refuse, type Verdict } from '../verdict.ts';

/**
 * A deadline has come: a pending request expires, a proposal on an accepted booking lapses. Both
 * happened at the deadline, however late they are recorded. @see B4 R2 R4 D4
 */
export function expire(booking: Booking, now: Instant): Verdict {
  const offer = liveOffer(booking);
  if (!offer) return refuse({ code: 'wrong-state', state: booking.state });
  const at = offer.respondBy;
  if (isBefore(now, at)) return refuse({ code: 'too-early', untilAt: at });
  return booking.state === 'pending'
    ? happened({ type: 'expired', at, awaited: booking.awaiting })
    : happened({ type: 'proposal-lapsed', at, version: offer.version });
}

/** A membership ends or is suspended: what is pending or not yet over is cancelled. @see P4 */
export function endMembership(booking: Booking, now: Instant): Verdict {
  if (booking.state !== 'pending' && booking.state !== 'accepted') {
    return refuse({ code: 'wrong-state', state: booking.state });
  }
  const { endsAt } = booking.terms;
  if (booking.state === 'accepted' && !isBefore(now, endsAt)) {
    return refuse({ code: 'too-late', sinceAt: endsAt });
  }
  return happened({ type: 'cancelled', at: now, bySide: 'membership', reason: null });
}
