import { isBefore, type Instant } from '../../time/index.ts';
import type { Accepted, Booking, Offer, Pending, Side } from '../booking.ts';
import type { BookingCommand } from '../command.ts';
import { liveOffer, seenVersion } from '../live-offer.ts';
import { refuseHeld } from '../terms.ts';
import { happened, refuse, type May, type Verdict } from '../verdict.ts';
import type { Context } from './context.ts';

/** May a side accept or refuse the offer of the version it saw? @see B4 R1 R3 D4 */
export function mayAnswer(
  booking: Booking,
  side: Side,
  now: Instant,
  seen: number = seenVersion(booking),
): May<{ booking: Pending | Accepted; offer: Offer }> {
  if (booking.state !== 'pending' && booking.state !== 'accepted') {
    return refuse({ code: 'wrong-state', state: booking.state });
  }
  const offer = liveOffer(booking);
  if (!offer || offer.version !== seen) return refuse({ code: 'stale-offer', offer });
  if (offer.by === side) return refuse({ code: 'not-your-turn' });
  const until = offer.respondBy;
  if (!isBefore(now, until)) return refuse({ code: 'too-late', sinceAt: until });
  return { ok: true, until, booking, offer };
}

/** The offer on the table is agreed: the booking is made, or moved with its room. @see B4 R2 R3 B9 */
export function accept(
  booking: Booking,
  command: Extract<BookingCommand, { type: 'accept' }>,
  { side, now, facts }: Context,
): Verdict {
  const may = mayAnswer(booking, side, now, command.version);
  if (!may.ok) return may;
  const { terms } = may.offer;
  const held = refuseHeld(terms, facts);
  if (held) return held;
  const roomId = terms.location.kind === 'online' ? (booking.roomId ?? facts.fresh.roomId) : null;
  const type = may.booking.state === 'pending' ? 'accepted' : 'moved';
  return happened({ type, at: now, bySide: side, terms, roomId });
}

/** A no to the offer on the table: a pending request ends, an accepted booking stays. @see R2 R3 */
export function refuseOffer(
  booking: Booking,
  command: Extract<BookingCommand, { type: 'refuse' }>,
  { side, now }: Context,
): Verdict {
  const may = mayAnswer(booking, side, now, command.version);
  if (!may.ok) return may;
  return may.booking.state === 'pending'
    ? happened({ type: 'declined', at: now, bySide: side, reason: null })
    : happened({ type: 'proposal-refused', at: now, bySide: side, version: may.offer.version });
}
