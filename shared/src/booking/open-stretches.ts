import { constantOffsets } from '../time/constant-offset.ts';
import type { Instant } from '../time/index.ts';
import { isoWeekday, sinceMidnight } from '../time/local-day.ts';
import { localHours } from '../time/local-hours.ts';
import type { Span } from '../time/span.ts';
import type { ResponseClock } from './response-clock.ts';

/** The open time from an instant on, in order. Endless unless the clock is never open. @see D3 */
export function* openStretches(
  from: Instant,
  zone: string,
  { opens, closes, closedDays }: ResponseClock,
): Generator<Span> {
  const open = { from: sinceMidnight(opens), to: sinceMidnight(closes) };
  if (open.from >= open.to || weekdays.every((day) => closedDays.includes(day))) return;
  const hoursOn = (day: number) => (closedDays.includes(isoWeekday(day)) ? [] : [open]);
  for (const even of constantOffsets(from, zone)) yield* localHours(even, hoursOn);
}

const weekdays = [1, 2, 3, 4, 5, 6, 7];
