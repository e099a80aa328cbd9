import { isBefore, type Instant } from '../../time/index.ts';
import type { Booking, Side } from '../booking.ts';
import type { BookingCommand } from '../command.ts';
import { contestableUntil, isMarked } from '../marks.ts';
import { happened, refuse, type May, type Verdict } from '../verdict.ts';
import type { Context } from './context.ts';

/** May a side contest the mark? The one who did not make it, once, within 7 days. @see F2 F3 */
export function mayContest(booking: Booking, side: Side, now: Instant): May {
  if (!isMarked(booking)) return refuse({ code: 'wrong-state', state: booking.state });
  if (booking.markedBySide === 'manager') return refuse({ code: 'settled' });
  if (booking.markedBySide === side) return refuse({ code: 'not-your-part' });
  if (booking.contest) return refuse({ code: 'contested' });
  const until = contestableUntil(booking);
  return isBefore(now, until) ? { ok: true, until } : refuse({ code: 'too-late', sinceAt: until });
}

/** The mark is not right, and a manager is asked to settle it. @see F2 F3 */
export function contest(
  booking: Booking,
  { reason }: Extract<BookingCommand, { type: 'contest' }>,
  { side, now }: Context,
): Verdict {
  const may = mayContest(booking, side, now);
  if (!may.ok) return may;
  if (reason.trim() === '') return refuse({ code: 'reason' });
  return happened({ type: 'contested', at: now, bySide: side, reason });
}
