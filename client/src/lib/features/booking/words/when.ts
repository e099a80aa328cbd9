import type { Instant } from '@confab/shared';
import { m } from '#lib/paraglide/messages.js';
import { clockTime, dayWord, fullDay, shortDay } from '#lib/ui/time/words.ts';
import { calledName, type Viewpoint } from './viewpoint.ts';

/** `today at 10:00`, `on Tuesday 24 November at 10:00`: to be read within a sentence. */
export function whenIn(at: Instant, zone: string, now: Instant): string {
  const day = dayWord(at, zone, now);
  const words = { day, time: clockTime(at, zone) };
  return day === fullDay(at, zone, now) ? m.booking_on_day(words) : m.booking_day(words);
}

/** `on Tuesday 24 November at 10:00, 12:00 for Farid`; the second half only where clocks differ. */
export function whenForBoth(at: Instant, { zone, other }: Viewpoint, now: Instant): string {
  const when = whenIn(at, zone, now);
  if (sameWallTime(at, zone, other.zone)) return when;
  const name = calledName(other.name);
  const time = clockTime(at, other.zone);
  const theirDay = shortDay(at, other.zone);
  if (theirDay === shortDay(at, zone)) return m.booking_also({ when, time, name });
  return m.booking_also_day({
    when,
    moment: m.booking_day({ day: theirDay, time }),
    name,
  });
}

/** Do clocks in both zones show the same at that instant? */
export const sameWallTime = (at: Instant, a: string, b: string): boolean =>
  at.toZonedDateTimeISO(a).offsetNanoseconds === at.toZonedDateTimeISO(b).offsetNanoseconds;
