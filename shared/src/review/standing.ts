/** How a mentor's reviews in a program come out. */
export interface RatingsView {
  /** To one decimal, 1.0 to 5.0. */
  average: number;
  count: number;
}

/** The average of so many ratings that add up to `sum`; null where there is none. @see F6 */
export const averageOf = (count: number, sum: number): RatingsView | null =>
  count === 0 ? null : { average: Math.round((sum / count) * 10) / 10, count };

/** All that a profile says of who wrote a review, beside its month. @see F6 */
export const firstName = (name: string): string => name.trim().replace(/\s.*/s, '');

/** The month, in UTC, in which a review was written: `2026-03`. @see F6 */
export const monthOf = (writtenAt: string): string => writtenAt.slice(0, 7);
