import type ICAL from 'ical.js';
import type { Clock, Clocks } from './clocks.ts';

/** When something that begins then ends. */
export type EndOf = (start: ICAL.Time, clock: Clock) => number;

/**
 * How long an event is: as long as from its start to its end, on every day; or whole days, however
 * long each is; or a duration, whose days are those of the calendar. Without any, a date is a day
 * long, and a time no time at all.
 */
export function endOf(event: ICAL.Component, start: ICAL.Time, clocks: Clocks): EndOf {
  const property = event.getFirstProperty('dtend');
  const end = property?.getFirstValue() as ICAL.Time | undefined;
  const duration = event.getFirstPropertyValue('duration') as ICAL.Duration | null;
  if (start.isDate) {
    const days = end
      ? Math.round(end.subtractDate(start).toSeconds() / 86_400)
      : duration
        ? Math.round(duration.toSeconds() / 86_400)
        : 1;
    return after(Math.max(1, days), 0);
  }
  if (end) {
    const begins = clocks.of(event.getFirstProperty('dtstart') as ICAL.Property)(start);
    const length = clocks.of(property as ICAL.Property)(end) - begins;
    return (from, clock) => clock(from) + length;
  }
  if (!duration || duration.isNegative) return after(0, 0);
  const { weeks, days, hours, minutes, seconds } = duration;
  return after(weeks * 7 + days, ((hours * 60 + minutes) * 60 + seconds) * 1000);
}

/** @param days of the calendar, however long each is @param ms milliseconds beside them */
const after =
  (days: number, ms: number): EndOf =>
  (start, clock) => {
    const moved = start.clone();
    moved.adjust(days, 0, 0, 0);
    return clock(moved) + ms;
  };
