import { isBefore, type Instant } from '../../time/index.ts';
import type { Accepted, Booking, Completed, NoShow, Outcome, Side } from '../booking.ts';
import type { BookingCommand } from '../command.ts';
import type { BookingFacts } from '../facts.ts';
import { forgottenAt, isMarked, undoableUntil } from '../marks.ts';
import { happened, refuse, type May, type Verdict } from '../verdict.ts';
import { refuseMinutes } from './mark.ts';

/** Whoever asks to settle: what they are in the program, and in the booking. */
interface Settler {
  role: BookingFacts['actorRole'];
  side: Side | null;
}

/**
 * May a person settle this, or settle it anew? A manager of the program who is not one of the two: a mark, once it can
 * no longer be undone or is contested; a session that nobody marked, a day after its end.
 * @see P1 F4 F5
 */
export function maySettle(
  booking: Booking,
  { role, side }: Settler,
  now: Instant,
): May<{ booking: Accepted | Completed | NoShow }> {
  if (role !== 'manager') return refuse({ code: side ? 'not-your-part' : 'not-found' });
  if (side) return refuse({ code: 'own-case' });
  const isForgotten = booking.state === 'accepted';
  if (!isForgotten && !isMarked(booking))
    return refuse({ code: 'wrong-state', state: booking.state });
  const from = isForgotten ? forgottenAt(booking) : booking.contest ? null : undoableUntil(booking);
  if (from && isBefore(now, from)) return refuse({ code: 'too-early', untilAt: from });
  return { ok: true, until: null, booking };
}

/** A manager says how the session went, by what they saw of it. @see B5 F4 F5 */
export function settle(
  booking: Booking,
  { revision, outcome, reason }: Extract<BookingCommand, { type: 'settle' }>,
  { now, ...settler }: Settler & { now: Instant },
): Verdict {
  const may = maySettle(booking, settler, now);
  if (!may.ok) return may;
  if (revision !== booking.revision) return refuse({ code: 'stale-case' });
  const unfit = outcome.kind === 'completed' ? refuseMinutes(booking, outcome.minutes) : null;
  if (unfit) return unfit;
  if (isStanding(may.booking, outcome)) return refuse({ code: 'no-change' });
  const said = reason?.trim() || null;
  if (said === null && may.booking.state !== 'accepted') return refuse({ code: 'reason' });
  return happened({ type: 'settled', at: now, outcome, reason: said });
}

/** A mark that nobody contests is not settled as what it is already. */
function isStanding(booking: Accepted | Completed | NoShow, outcome: Outcome): boolean {
  if (booking.state === 'accepted' || booking.contest) return false;
  return booking.state === 'completed'
    ? outcome.kind === 'completed' && outcome.minutes === booking.actualMinutes
    : outcome.kind === 'no-show' && outcome.of === booking.of;
}
