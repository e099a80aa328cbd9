import type { Instant } from '@confab/shared';
import { m } from '#lib/paraglide/messages.js';
import { clockTime, dayWord, fullDay, longWeekday, shortDay } from '#lib/ui/time/words.ts';
import { calledName, type Viewpoint } from './viewpoint.ts';

/** `today at 10:00`, `on Tuesday 24 November at 10:00`: to be read within a sentence. */
export function whenIn(at: Instant, zone: string, now: Instant): string {
  const day = dayWord(at, zone, now);
  const words = { day, time: clockTime(at, zone) };
  return day === fullDay(at, zone, now) ? m.booking_on_day(words) : m.booking_day(words);
}

/**
 * `on Tuesday 24 November at 10:00, 12:00 for Farid`; the second half only where clocks differ.
 * @param said how the first half is said
 */
export function whenForBoth(
  at: Instant,
  { zone, other }: Viewpoint,
  now: Instant,
  said = whenIn,
): string {
  const when = said(at, zone, now);
  if (sameWallTime(at, zone, other.zone)) return when;
  return m.booking_also({
    when,
    time: theirTime(at, zone, other.zone),
    name: calledName(other.name),
  });
}

/** `Tue 24 Nov at 12:00`: for another's clock, where `today` would be misread. */
export const dated = (at: Instant, zone: string): string =>
  m.booking_day({ day: shortDay(at, zone), time: clockTime(at, zone) });

/** `12:00`; `Friday at 21:39` where their day is not the reader's. */
export function theirTime(at: Instant, zone: string, theirZone: string): string {
  const time = clockTime(at, theirZone);
  if (shortDay(at, zone) === shortDay(at, theirZone)) return time;
  return m.booking_day({ day: longWeekday(at, theirZone), time });
}

/** Do clocks in both zones show the same at that instant? */
export const sameWallTime = (at: Instant, a: string, b: string): boolean =>
  at.toZonedDateTimeISO(a).offsetNanoseconds === at.toZonedDateTimeISO(b).offsetNanoseconds;
