import type { Instant } from '../time/index.ts';

/** One to five. */
export const ratings = [1, 2, 3, 4, 5] as const;
export type Rating = (typeof ratings)[number];

/** What one of the two wrote of the other after a session. @see F6 */
export interface Review {
  rating: Rating;
  /** Empty: only a rating. */
  text: string;
  /** When it was first written; a change leaves it as it is. */
  writtenAt: Instant;
}

/** Days of 24 hours for which whoever wrote a review may change it or take it back. @see F6 */
export const changeableDays = 30;
