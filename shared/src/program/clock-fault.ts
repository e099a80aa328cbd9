import type { ResponseClock } from '../booking/response-clock.ts';
import { isWhole } from '../is-whole.ts';
import { hourLength } from '../time/lengths.ts';
import { isTimeOfDay, sinceMidnight } from '../time/local-day.ts';

/** A clock must be able to run out within so many ordinary weeks. */
const longestWeeks = 8;

export type ClockField = 'hours' | 'opens' | 'closes' | 'closedDays';

/**
 * The first fault of a response clock, or null: no time to answer in, closing not after opening,
 * no open day, or more hours than eight weeks have. @see D1
 */
export function clockFault({ hours, opens, closes, closedDays }: ResponseClock): ClockField | null {
  if (!isTimeOfDay(opens)) return 'opens';
  if (!isTimeOfDay(closes) || closes <= opens) return 'closes';
  const openDays = 7 - new Set(closedDays).size;
  if (!closedDays.every((day) => isWhole(day, 1, 7)) || openDays === 0) return 'closedDays';
  const weekHours = (openDays * (sinceMidnight(closes) - sinceMidnight(opens))) / hourLength;
  return hours > 0 && hours <= longestWeeks * weekHours ? null : 'hours';
}
