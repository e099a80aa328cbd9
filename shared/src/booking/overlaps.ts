import { isBefore, type Instant } from '../time/index.ts';

/** A stretch of time, half-open. */
export interface Interval {
  startsAt: Instant;
  endsAt: Instant;
}

/** Do two stretches share any time? Back to back they do not. @see B6 */
export const overlaps = (a: Interval, b: Interval): boolean =>
  isBefore(a.startsAt, b.endsAt) && isBefore(b.startsAt, a.endsAt);
