import { hourLength } from '../time/lengths.ts';

/** How long the responder has, and which local hours count. @see D1 */
export interface ResponseClock {
  /** Hours of open time to answer in; above 0. */
  hours: number;
  /** Local opening time, `HH:MM`. */
  opens: string;
  /** Local closing time, `HH:MM`, up to `24:00`. */
  closes: string;
  /** ISO weekday numbers (1 Monday … 7 Sunday) that do not count. */
  closedDays: number[];
}

export const defaultResponseClock: ResponseClock = {
  hours: 12,
  opens: '06:00',
  closes: '22:00',
  closedDays: [],
};

/** The open time that a clock gives, in whole milliseconds. */
export const clockLength = (clock: ResponseClock): number =>
  Math.max(1, Math.round(clock.hours * hourLength));
