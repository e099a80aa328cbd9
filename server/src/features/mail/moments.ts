import type { Instant } from '@confab/shared';
import type { Words } from './words/index.ts';

/** The zone's city: `Europe/Helsinki` is `Helsinki`. */
const city = (zone: string, cities: Words['cities']): string =>
  cities[zone] ?? (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

/** An instant as the recipient's clock shows it; mail may be read on any day, so with its year. @see N4 */
export function momentIn(at: Instant, zone: string, { locale, moment, cities }: Words): string {
  const local = at.epochMilliseconds;
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: zone }).format(local);
  const day = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const time = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return moment(day, time, city(zone, cities));
}
