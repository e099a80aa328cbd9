import { isBefore, type Instant } from '../../time/index.ts';
import type { Booking, Side } from '../booking.ts';
import type { BookingCommand } from '../command.ts';
import { happened, refuse, type May, type Verdict } from '../verdict.ts';
import type { Context } from './context.ts';

/** May a side decline the request? The mentor, whosever turn it is. @see B4 R3 */
export function mayDecline(booking: Booking, side: Side, now: Instant): May {
  if (side !== 'mentor') return refuse({ code: 'not-your-part' });
  return mayEndPending(booking, now);
}

/** May a side withdraw the request? The mentee, whosever turn it is. @see B4 R3 */
export function mayWithdraw(booking: Booking, side: Side, now: Instant): May {
  if (side !== 'mentee') return refuse({ code: 'not-your-part' });
  return mayEndPending(booking, now);
}

/** A request that has run out has expired; nobody ends it any more. @see D4 */
function mayEndPending(booking: Booking, now: Instant): May {
  if (booking.state !== 'pending') return refuse({ code: 'wrong-state', state: booking.state });
  const until = booking.offer.respondBy;
  return isBefore(now, until) ? { ok: true, until } : refuse({ code: 'too-late', sinceAt: until });
}

/** The mentor says no; a reason is optional and shown. @see B4 */
export function decline(
  booking: Booking,
  { reason }: Extract<BookingCommand, { type: 'decline' }>,
  { side, now }: Context,
): Verdict {
  const may = mayDecline(booking, side, now);
  return may.ok ? happened({ type: 'declined', at: now, bySide: side, reason }) : may;
}

/** The mentee takes the request back. @see B4 */
export function withdraw(booking: Booking, { side, now }: Context): Verdict {
  const may = mayWithdraw(booking, side, now);
  return may.ok ? happened({ type: 'withdrawn', at: now }) : may;
}
