import { germanCities, Temporal, type Instant, type PlainDate } from '@confab/shared';
import { m } from '#lib/paraglide/messages.js';
import { locale, tongue } from '../tongue.ts';
import { presentName } from './present-name.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** Formatters are dear to make; one per zone and shape. */
function format(at: Instant, zone: string, options: Intl.DateTimeFormatOptions): string {
  const key = zone + JSON.stringify(options);
  let known = formats.get(key);
  if (!known)
    formats.set(key, (known = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone })));
  return known.format(at.epochMilliseconds);
}

/**
 * English says a day without the comma that `Intl` writes: `Tuesday 24 November`. In German no line
 * ends after the day's number.
 */
export const asSaid = (day: string): string =>
  tongue === 'en' ? day.replace(',', '') : day.replace(/(\d\.) /, '$1\u00A0');

/** `09:05` */
export const clockTime = (at: Instant, zone: string): string =>
  format(at, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** `Tuesday 24 November`, with the year where it is not this one's. */
export function fullDay(at: Instant, zone: string, now: Instant): string {
  const sameYear = at.toZonedDateTimeISO(zone).year === now.toZonedDateTimeISO(zone).year;
  const text = format(at, zone, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
  });
  return asSaid(text);
}

/** `Tuesday` */
export const longWeekday = (at: Instant, zone: string): string =>
  format(at, zone, { weekday: 'long' });

/** `Tue 24 Nov` */
export const shortDay = (at: Instant, zone: string): string =>
  format(at, zone, { weekday: 'short', day: 'numeric', month: 'short' }).replace(',', '');

/** `Tue`, of a date that stands for itself. */
export const weekday = (date: PlainDate): string =>
  date.toLocaleString(locale, { weekday: 'short' });

/** `March 2026`, of a date that stands for itself. */
export const monthName = (date: PlainDate): string =>
  date.toLocaleString(locale, { month: 'long', year: 'numeric' });

/** `today`, `tomorrow`, `yesterday`, else `Tuesday 24 November`. */
export function dayWord(at: Instant, zone: string, now: Instant): string {
  const days = now
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .until(at.toZonedDateTimeISO(zone).toPlainDate()).days;
  if (days === 0) return m.time_today();
  if (days === 1) return m.time_tomorrow();
  if (days === -1) return m.time_yesterday();
  return fullDay(at, zone, now);
}

/** `today at 09:05` */
export const moment = (at: Instant, zone: string, now: Instant): string =>
  m.time_day_at({ day: dayWord(at, zone, now), time: clockTime(at, zone) });

/** `Tuesday 24 November, 10:00–10:45` */
export const span = (from: Instant, to: Instant, zone: string, now: Instant): string =>
  m.time_day_span({
    day: dayWord(from, zone, now),
    from: clockTime(from, zone),
    to: clockTime(to, zone),
  });

/** The zone's city: `Europe/Helsinki` is `Helsinki`. */
export const city = (zone: string): string =>
  (tongue === 'de' && germanCities[zone]) || (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

/** A length in words: `45 min`, `2 h`, `1 h 30 min`. */
export function minutesInWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return m.time_minutes({ minutes: rest });
  if (rest === 0) return m.time_hours({ hours });
  return m.time_hours_minutes({ hours, minutes: rest });
}

const two = (value: number) => String(value).padStart(2, '0');

/** What is left: `3 d 4 h`, `2 h 05 min`, under an hour `04:09`. @param ms milliseconds */
export function left(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const hours = Math.floor(seconds / 3600);
  if (hours >= 48) {
    return m.time_days_hours({ days: Math.floor(hours / 24), hours: hours % 24 });
  }
  const minutes = Math.floor((seconds % 3600) / 60);
  if (hours > 0) return m.time_hours_minutes({ hours, minutes: two(minutes) });
  return `${two(minutes)}:${two(seconds % 60)}`;
}

/** Milliseconds from `a` to `b`; negative when `b` is earlier. */
export const millisecondsBetween = (a: Instant, b: Instant): number =>
  b.epochMilliseconds - a.epochMilliseconds;

/** The zone of this device, for people who are not signed in yet. */
export const deviceZone = (): string => presentName(Temporal.Now.timeZoneId());
