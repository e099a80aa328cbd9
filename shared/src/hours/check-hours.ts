import { isWhole } from '../is-whole.ts';
import { isDate, isTimeOfDay, localDayOf, sinceMidnight } from '../time/local-day.ts';
import { mostOtherDays, mostStretches, type Hours, type OtherDays, type Stretch } from './hours.ts';

/** What is wrong with hours. Codes are stable; pages turn them into sentences. */
export type HoursFault =
  /** Not seven days. */
  | 'week'
  /** A time that is none. */
  | 'time'
  /** A stretch ends before it begins, or at once. */
  | 'empty-stretch'
  /** A stretch begins before the one before it ends. */
  | 'stretches-overlap'
  | 'too-many-stretches'
  /** A date that is none, or longer away than a year after the first. */
  | 'date'
  /** The last day comes before the first. */
  | 'days-reversed'
  /** Days begin before those before them end. */
  | 'days-overlap'
  | 'too-many-days'
  /** Below a quarter of an hour, or beyond a day. */
  | 'longest-day'
  /** Negative, or beyond four hours. */
  | 'pause';

export type HoursCheck =
  { ok: true } | { ok: false; code: 'hours'; fault: HoursFault; /** as `week.0` */ field: string };

const longestRun = 366;

/** May a mentor have these hours? Names the first fault and where it is. @see A1 A4 A5 */
export function checkHours({ week, otherDays, longestDay, pause }: Hours): HoursCheck {
  if (week.length !== 7) return wrong('week', 'week');
  for (const [index, stretches] of week.entries()) {
    const fault = dayFault(stretches);
    if (fault) return wrong(fault, `week.${index}`);
  }
  if (otherDays.length > mostOtherDays) return wrong('too-many-days', 'otherDays');
  let free = -Infinity;
  for (const [index, days] of otherDays.entries()) {
    const fault = daysFault(days, free) ?? dayFault(days.stretches);
    if (fault) return wrong(fault, `otherDays.${index}`);
    free = localDayOf(days.last) + 1;
  }
  if (longestDay !== null && !isWhole(longestDay, 15, 1440)) {
    return wrong('longest-day', 'longestDay');
  }
  return isWhole(pause, 0, 240) ? { ok: true } : wrong('pause', 'pause');
}

const wrong = (fault: HoursFault, field: string): HoursCheck => ({
  ok: false,
  code: 'hours',
  fault,
  field,
});

function dayFault(stretches: Stretch[]): HoursFault | null {
  if (stretches.length > mostStretches) return 'too-many-stretches';
  let free = 0;
  for (const { from, to } of stretches) {
    if (!isTimeOfDay(from) || !isTimeOfDay(to)) return 'time';
    if (to <= from) return 'empty-stretch';
    if (sinceMidnight(from) < free) return 'stretches-overlap';
    free = sinceMidnight(to);
  }
  return null;
}

/** @param free the first local day that no entry before takes */
function daysFault({ first, last }: OtherDays, free: number): HoursFault | null {
  if (!isDate(first) || !isDate(last)) return 'date';
  const run = localDayOf(last) - localDayOf(first);
  if (run < 0) return 'days-reversed';
  if (run >= longestRun) return 'date';
  return localDayOf(first) < free ? 'days-overlap' : null;
}
