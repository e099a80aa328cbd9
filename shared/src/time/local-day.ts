import { minuteLength } from './lengths.ts';
import { Temporal } from './temporal.ts';

const dayZero = '1970-01-01';

/** The local day of a date, counted from 1970-01-01. @throws RangeError on text that is no date */
export const localDayOf = (date: string): number =>
  Temporal.PlainDate.from(dayZero).until(date).days;

const datePattern = /^\d{4}-\d{2}-\d{2}$/;

/** Is this a date, `YYYY-MM-DD`? Temporal would read more than this. */
export function isDate(text: string): boolean {
  if (!datePattern.test(text)) return false;
  try {
    Temporal.PlainDate.from(text);
    return true;
  } catch {
    return false;
  }
}

/** The ISO weekday (1 Monday … 7 Sunday) of a local day. Day 0, 1970-01-01, was a Thursday. */
export const isoWeekday = (localDay: number): number => ((((localDay + 3) % 7) + 7) % 7) + 1;

const timePattern = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;

/** Is this a time of a local day, `HH:MM`, or `24:00`, the day's end? */
export const isTimeOfDay = (text: string): boolean => timePattern.test(text);

/** Milliseconds after local midnight, of `HH:MM` up to `24:00`; NaN for anything else. */
export function sinceMidnight(time: string): number {
  const [hours = NaN, minutes = NaN] = time.split(':').map(Number);
  return (hours * 60 + minutes) * minuteLength;
}
