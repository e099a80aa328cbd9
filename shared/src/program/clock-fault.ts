import type { ResponseClock } from '../booking/response-clock.ts';

/** `HH:MM`, with 24:00 as the end of a day. */
const timePattern = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;

/** A clock must be able to run out within so many ordinary weeks. */
const longestWeeks = 8;

export type ClockField = 'hours' | 'opens' | 'closes' | 'closedDays';

/**
 * The first fault of a response clock, or null: no time to answer in, closing not after opening,
 * no open day, or more hours than eight weeks have. @see D1
 */
export function clockFault({ hours, opens, closes, closedDays }: ResponseClock): ClockField | null {
  if (!timePattern.test(opens)) return 'opens';
  if (!timePattern.test(closes) || closes <= opens) return 'closes';
  const isWeekday = (day: number) => Number.isInteger(day) && day >= 1 && day <= 7;
  const openDays = 7 - new Set(closedDays).size;
  if (!closedDays.every(isWeekday) || openDays === 0) return 'closedDays';
  const weekHours = openDays * (hourOf(closes) - hourOf(opens));
  return hours > 0 && hours <= longestWeeks * weekHours ? null : 'hours';
}

function hourOf(time: string): number {
  const [hours = NaN, minutes = NaN] = time.split(':').map(Number);
  return hours + minutes / 60;
}
