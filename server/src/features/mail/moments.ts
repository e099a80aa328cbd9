import type { Instant, Terms } from '@confab/shared';
import type { Words } from './words/index.ts';

/** The zone's city: `Europe/Helsinki` is `Helsinki`. */
const city = (zone: string, cities: Words['cities']): string =>
  cities[zone] ?? (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

const written = (at: Instant, zone: string, locale: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale, { ...options, timeZone: zone }).format(at.epochMilliseconds);

const day = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** An instant as the recipient's clock shows it; mail may be read on any day, so with its year. @see N4 */
export const momentIn = (at: Instant, zone: string, { locale, moment, cities }: Words): string =>
  moment(written(at, zone, locale, day), written(at, zone, locale, time), city(zone, cities));

/** From when to when, as {@link momentIn} says it. @see N4 */
export function spanIn({ startsAt, endsAt }: Terms, zone: string, words: Words): string {
  const { locale, span, cities } = words;
  const [from, to] = [startsAt, endsAt].map((at) => written(at, zone, locale, time));
  return span(written(startsAt, zone, locale, day), `${from}–${to}`, city(zone, cities));
}

/** A length: `45 min`, `2 h`, `1 h 30 min`. @param minutes whole ones */
export function lengthIn(minutes: number, { length }: Words): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return length.minutes(rest);
  return rest === 0 ? length.hours(hours) : `${length.hours(hours)} ${length.minutes(rest)}`;
}
