import type { Booking } from './booking.ts';
import type { BookingEvent } from './event.ts';
import { openTime } from './open-time.ts';

/** Below so many answers nothing is said of how soon a mentor answers. @see A7 */
export const fewestAnswers = 3;

/** The answers that count, the latest ones. @see A7 */
export const latestAnswers = 25;

/**
 * The open milliseconds in which a mentor answered what the mentee asked, by the clock of the
 * offer; null where the event is no such answer. @see A7
 */
export function answerTime(before: Booking | null, event: BookingEvent): number | null {
  if (before?.state !== 'pending' || before.awaiting !== 'mentor') return null;
  const { madeAt, zone, clock } = before.offer;
  switch (event.type) {
    case 'accepted':
    case 'declined':
    case 'proposed':
      return openTime({ from: madeAt, to: event.at, zone, clock });
    default:
      return null;
  }
}

/** The median of a mentor's answer times, or null while there are too few. @see A7 */
export function usualAnswerTime(answers: readonly number[]): number | null {
  if (answers.length < fewestAnswers) return null;
  const sorted = answers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
