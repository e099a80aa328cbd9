import { Temporal, type Instant, type PlainDate } from '@confab/shared';

/** One local day, from its first instant to that of the next: 23, 24 or 25 hours. */
export interface MonthDay {
  date: PlainDate;
  startsAt: Instant;
  endsAt: Instant;
  /** It belongs to the month that is shown, not to the weeks around it. */
  within: boolean;
}

/** The weeks that a month touches, in a zone. @param firstDay ISO weekday on which weeks begin @see L3 */
export function monthGrid(month: string, zone: string, firstDay: number): MonthDay[][] {
  const first = Temporal.PlainDate.from(`${month}-01`);
  const begin = first.subtract({ days: (first.dayOfWeek - firstDay + 7) % 7 });
  const weeks: MonthDay[][] = [];
  for (let date = begin; date.since(first).days < first.daysInMonth;) {
    const week: MonthDay[] = [];
    for (let n = 0; n < 7; n += 1, date = date.add({ days: 1 })) {
      const startsAt = date.toZonedDateTime(zone).toInstant();
      const endsAt = date.add({ days: 1 }).toZonedDateTime(zone).toInstant();
      week.push({ date, startsAt, endsAt, within: date.month === first.month });
    }
    weeks.push(week);
  }
  return weeks;
}

/** From the first instant that is shown to the end of the last day. @throws Error without a week */
export function rangeOf(weeks: MonthDay[][]): { from: Instant; until: Instant } {
  const days = weeks.flat();
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) throw new Error('a month without days');
  return { from: first.startsAt, until: last.endsAt };
}

/** What touches a day; a session across midnight is on both. @see L3 */
export const onDay = <Timed extends { startsAt: Instant; endsAt: Instant }>(
  { startsAt, endsAt }: MonthDay,
  all: Timed[],
): Timed[] =>
  all.filter(
    (one) =>
      Temporal.Instant.compare(one.startsAt, endsAt) < 0 &&
      Temporal.Instant.compare(startsAt, one.endsAt) < 0,
  );

/** The month so many months later: `2026-11`. */
export const monthAfter = (month: string, months: number): string =>
  Temporal.PlainDate.from(`${month}-01`).add({ months }).toString().slice(0, 7);

/** The day to which a key goes, or null. */
export function dayByKey(key: string, date: PlainDate, firstDay: number): PlainDate | null {
  const intoWeek = (date.dayOfWeek - firstDay + 7) % 7;
  switch (key) {
    case 'ArrowLeft':
      return date.subtract({ days: 1 });
    case 'ArrowRight':
      return date.add({ days: 1 });
    case 'ArrowUp':
      return date.subtract({ days: 7 });
    case 'ArrowDown':
      return date.add({ days: 7 });
    case 'Home':
      return date.subtract({ days: intoWeek });
    case 'End':
      return date.add({ days: 6 - intoWeek });
    case 'PageUp':
      return date.subtract({ months: 1 });
    case 'PageDown':
      return date.add({ months: 1 });
    default:
      return null;
  }
}
