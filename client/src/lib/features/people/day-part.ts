import type { Instant, PlainDate } from '@confab/shared';

/** Local hours at which each part begins and ends. */
const hours = {
  morning: [6, 12],
  afternoon: [12, 18],
  evening: [18, 22],
} satisfies Record<string, [number, number]>;

export type DayPart = keyof typeof hours;
export const dayParts = Object.keys(hours) as DayPart[];

/** The next such weekday, today included, or a part of it, in a zone. @param weekday ISO */
export function nextDayPart(
  weekday: number,
  part: DayPart | null,
  zone: string,
  now: Instant,
): { from: Instant; until: Instant } {
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const date = today.add({ days: (weekday - today.dayOfWeek + 7) % 7 });
  const [begins, ends] = part ? hours[part] : [0, 24];
  return { from: atHour(date, begins, zone), until: atHour(date, ends, zone) };
}

const atHour = (date: PlainDate, hour: number, zone: string): Instant =>
  date.toPlainDateTime().add({ hours: hour }).toZonedDateTime(zone).toInstant();
