import { isBefore, type Instant } from '../../time/index.ts';
import type { Booking } from '../booking.ts';
import type { BookingCommand } from '../command.ts';
import { happened, refuse, type May, type Verdict } from '../verdict.ts';
import type { Context } from './context.ts';

/** May an accepted booking be cancelled? By either side, before its end. @see B7 */
export function mayCancel(booking: Booking, now: Instant): May {
  if (booking.state !== 'accepted') return refuse({ code: 'wrong-state', state: booking.state });
  const until = booking.terms.endsAt;
  return isBefore(now, until) ? { ok: true, until } : refuse({ code: 'too-late', sinceAt: until });
}

/** @see B7 */
export function cancel(
  booking: Booking,
  { reason }: Extract<BookingCommand, { type: 'cancel' }>,
  { side, now }: Context,
): Verdict {
  const may = mayCancel(booking, now);
  return may.ok ? happened({ type: 'cancelled', at: now, bySide: side, reason }) : may;
}
