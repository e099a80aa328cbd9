import { addMinutes, latest, minutesBetween, type Instant } from '../time/index.ts';
import type { Booking, Completed, NoShow, Terms } from './booking.ts';
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

/** Booked minutes of some terms. */
export const bookedMinutes = ({ startsAt, endsAt }: Terms): number =>
  minutesBetween(startsAt, endsAt);

/** From 5 minutes to the booked duration plus 60, in steps of 5. @see F1 */
export const actualMinutesRange = (booking: Pick<Booking, 'terms'>): ActualMinutes => ({
  from: 5,
  to: bookedMinutes(booking.terms) + 60,
  step: 5,
});

/**
 * Until when a completion or a no-show may be undone by the one who marked it: the closing of the
 * room's window, or 15 minutes after marking, whichever is later; null in other states. @see F1 F3
 */
export function undoableUntil(booking: Completed | NoShow): Instant;
export function undoableUntil(booking: Booking): Instant | null;
export function undoableUntil(booking: Booking): Instant | null {
  if (booking.state !== 'completed' && booking.state !== 'no-show') return null;
  return latest(windowOf(booking).closesAt, addMinutes(booking.markedAt, undoMinutes));
}
