/** A stretch of a local day, half-open: `HH:MM` to `HH:MM`; `24:00` is the day's end. */
export interface Stretch {
  from: string;
  to: string;
}

/** Days whose hours are not those of the week; both dates are included. */
export interface OtherDays {
  /** `YYYY-MM-DD` */
  first: string;
  /** `YYYY-MM-DD` */
  last: string;
  /** What holds on each of these days instead; empty: days off. */
  stretches: Stretch[];
}

/** When a mentor holds sessions, in the mentor's own zone. @see A1 */
export interface Hours {
  /** Seven days, Monday first; each in order, none over another. */
  week: Stretch[][];
  /** In order, none over another. */
  otherDays: OtherDays[];
  /** Minutes of sessions in one local day, at most; null: any. @see A5 */
  longestDay: number | null;
  /** Minutes kept free between two sessions. @see A4 */
  pause: number;
}

/** Stretches in one day at most. */
export const mostStretches = 6;
/** Entries of other days at most. */
export const mostOtherDays = 60;
