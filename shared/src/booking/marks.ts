import { addMinutes, latest, minutesBetween, type Instant } from '../time/index.ts';
import type { Booking, Completed, NoShow } from './booking.ts';
import type { Interval } from './overlaps.ts';
import { windowOf } from './room-state.ts';

/** Minutes of grace after a start before anyone may say that the other did not come. @see F3 */
export const noShowAfter = 10;

const undoMinutes = 15;

/** The actual durations that may be set, in minutes. @see F1 */
export interface ActualMinutes {
  from: number;
  to: number;
  step: number;
}

/** The minutes that were booked. */
export const bookedMinutes = ({ startsAt, endsAt }: Interval): number =>
  minutesBetween(startsAt, endsAt);

/** From 5 minutes to the booked duration plus 60, in steps of 5. @see F1 */
export const actualMinutesRange = (booking: { terms: Interval }): ActualMinutes => ({
  from: 5,
  to: bookedMinutes(booking.terms) + 60,
  step: 5,
});

/** Is it said how the session went? */
export const isMarked = (booking: Booking): booking is Completed | NoShow =>
  booking.state === 'completed' || booking.state === 'no-show';

/**
 * Until when a completion or a no-show may be undone by the one who marked it: the closing of the
 * room's window, or 15 minutes after marking, whichever is later; null in other states, and where a
 * manager settled it. @see F1 F3 F4
 */
export function undoableUntil(booking: Booking): Instant | null {
  if (!isMarked(booking) || booking.markedBySide === 'manager') return null;
  return latest(windowOf(booking).closesAt, addMinutes(booking.markedAt, undoMinutes));
}

const contestDays = 7;

/** From when on a mark may no longer be contested. @see F2 F3 */
export const contestableUntil = ({ markedAt }: Completed | NoShow): Instant =>
  markedAt.add({ hours: contestDays * 24 });

/** From when on an accepted session that nobody marked is one for the manager. @see F5 */
export const forgottenAt = ({ terms }: Pick<Booking, 'terms'>): Instant =>
  terms.endsAt.add({ hours: 24 });
