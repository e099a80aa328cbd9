import { addMinutes, isBefore, type Instant } from '../../time/index.ts';
import type { Booking, Completed, NoShow, Side } from '../booking.ts';
import type { BookingCommand } from '../command.ts';
import { actualMinutesRange, isMarked, noShowAfter, undoableUntil } from '../marks.ts';
import { otherSide } from '../side.ts';
import { happened, refuse, type May, type Refused, type Verdict } from '../verdict.ts';
import type { Context } from './context.ts';

/** May a side complete the session? The mentor, from its start on. @see F1 */
export function mayComplete(booking: Booking, side: Side, now: Instant): May {
  if (side !== 'mentor') return refuse({ code: 'not-your-part' });
  return mayMark(booking, booking.terms.startsAt, now);
}

/** May the other be marked as not having come? By either side, from 10 minutes on. @see F3 */
export const mayMarkNoShow = (booking: Booking, now: Instant): May =>
  mayMark(booking, addMinutes(booking.terms.startsAt, noShowAfter), now);

function mayMark(booking: Booking, untilAt: Instant, now: Instant): May {
  if (booking.state !== 'accepted') return refuse({ code: 'wrong-state', state: booking.state });
  if (isBefore(now, untilAt)) return refuse({ code: 'too-early', untilAt });
  return { ok: true, until: null };
}

/** May a side undo the mark? Whoever made it, for a while. @see F1 F3 */
export function mayUndo(
  booking: Booking,
  side: Side,
  now: Instant,
): May<{ booking: Completed | NoShow }> {
  if (!isMarked(booking)) return refuse({ code: 'wrong-state', state: booking.state });
  const until = undoableUntil(booking);
  if (!until) return refuse({ code: 'settled' });
  if (booking.markedBySide !== side) return refuse({ code: 'not-your-part' });
  if (!isBefore(now, until)) return refuse({ code: 'too-late', sinceAt: until });
  return { ok: true, until, booking };
}

/** The session took place, for so many minutes. The schedule is not rewritten. @see F1 */
export function complete(
  booking: Booking,
  { minutes }: Extract<BookingCommand, { type: 'complete' }>,
  { side, now }: Context,
): Verdict {
  const may = mayComplete(booking, side, now);
  if (!may.ok) return may;
  const unfit = refuseMinutes(booking, minutes);
  if (unfit) return unfit;
  return happened({ type: 'completed', at: now, bySide: side, actualMinutes: minutes });
}

/** Are these minutes that a session may have taken? @see F1 */
export function refuseMinutes(booking: Booking, minutes: number): Refused | null {
  const { from, to, step } = actualMinutesRange(booking);
  const fits = minutes >= from && minutes <= to && minutes % step === 0;
  return fits ? null : refuse({ code: 'actual-minutes', from, to });
}

/** The other one did not come. @see F3 */
export function markNoShow(booking: Booking, { side, now }: Context): Verdict {
  const may = mayMarkNoShow(booking, now);
  if (!may.ok) return may;
  return happened({ type: 'marked-no-show', at: now, bySide: side, of: otherSide(side) });
}

/**
 * A mark is taken back; the booking is accepted again. Not where a membership has ended meanwhile:
 * what is accepted then would have been cancelled. @see F1 F3 P4
 */
export function undo(booking: Booking, { side, now, facts }: Context): Verdict {
  const may = mayUndo(booking, side, now);
  const both = facts.mentor.role === 'mentor' && facts.mentee.role === 'mentee';
  if (may.ok && !both) return refuse({ code: 'not-your-part' });
  return may.ok ? happened({ type: 'undone', at: now, bySide: side }) : may;
}
