import { Temporal, type OtherDays, type Stretch } from '@confab/shared';
import { m } from '#lib/paraglide/messages.js';
import { locale } from '#lib/ui/tongue.ts';

const utc = 'UTC';

const format = (date: Temporal.PlainDate, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locale, { ...options, timeZone: utc })
    .format(date.toZonedDateTime(utc).epochMilliseconds)
    .replace(',', '');

/** `Monday`, of an ISO weekday. */
export const weekdayName = (weekday: number): string =>
  format(Temporal.PlainDate.from('2024-01-01').add({ days: weekday - 1 }), { weekday: 'long' });

/** `09:00–12:00, 13:00–17:00`, or that there are none. */
export const hoursInWords = (stretches: readonly Stretch[]): string =>
  stretches.map(stretchInWords).join(', ') || m.hours_day_none();

export const stretchInWords = ({ from, to }: Stretch): string => m.hours_stretch({ from, to });

/** `Fri 6 Mar 2026`, or `Fri 6 Mar 2026 to Sun 8 Mar 2026`. */
export function daysInWords({ first, last }: Pick<OtherDays, 'first' | 'last'>): string {
  const day = (date: string) =>
    format(Temporal.PlainDate.from(date), {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
    });
  return first === last ? day(first) : m.hours_others_days({ first: day(first), last: day(last) });
}
