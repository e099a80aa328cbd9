import type { Instant, PlainDate } from '@confab/shared';

export const dayParts = ['morning', 'afternoon', 'evening'] as const;
export type DayPart = (typeof dayParts)[number];

/** Local hours at which each part begins and ends. */
const hours: Record<DayPart, [number, number]> = {
  morning: [6, 12],
  afternoon: [12, 18],
  evening: [18, 22],
};

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
  hour === 24
    ? date.add({ days: 1 }).toZonedDateTime(zone).toInstant()
    : date.toZonedDateTime({ timeZone: zone, plainTime: { hour } }).toInstant();
