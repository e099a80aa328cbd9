import { Temporal, type PlainDate } from '@confab/shared';
import { asSaid } from '#lib/ui/time/words.ts';
import { locale } from '#lib/ui/tongue.ts';

/** `Tuesday 24 November 2026` */
export const longDate = (date: PlainDate): string =>
  asSaid(
    date.toLocaleString(locale, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    }),
  );

/** `November 2026` @param month `2026-11` */
export const monthName = (month: string): string =>
  Temporal.PlainDate.from(`${month}-01`).toLocaleString(locale, { month: 'long', year: 'numeric' });

/** The weekday on which weeks begin: 1 is Monday. */
export function firstWeekday(): number {
  const known = new Intl.Locale(locale) as Intl.Locale & {
    getWeekInfo?: () => { firstDay: number };
  };
  return known.getWeekInfo?.().firstDay ?? 1;
}
