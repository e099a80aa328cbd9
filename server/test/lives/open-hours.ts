import { Temporal } from '@confab/shared';

/** D3 by asking again and again: no rule of the product is used here. */
export interface Hours {
  hours: number;
  opens: string;
  closes: string;
  closedDays: number[];
}

/** Every offset of these years and every setting tried here is a whole number of these. */
const cell = 5 * 60_000;

const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

function isOpen(at: number, zone: string, { opens, closes, closedDays }: Hours): boolean {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const minute = local.hour * 60 + local.minute;
  if (closedDays.includes(local.dayOfWeek)) return false;
  return minute >= minuteOf(opens) && minute < minuteOf(closes);
}

/** The instant by which `left` open milliseconds have passed since `from`. @see D3 */
export function runsOut(from: number, left: number, zone: string, clock: Hours): number {
  let counted = 0;
  for (let at = Math.floor(from / cell) * cell; ; at += cell) {
    if (!isOpen(at, zone, clock)) continue;
    const begins = Math.max(at, from);
    const length = at + cell - begins;
    if (counted + length >= left) return begins + (left - counted);
    counted += length;
  }
}

/** Open milliseconds in [from, to). @see D3 R3 */
export function openBetween(from: number, to: number, zone: string, clock: Hours): number {
  let counted = 0;
  for (let at = Math.floor(from / cell) * cell; at < to; at += cell)
    if (isOpen(at, zone, clock)) counted += Math.min(at + cell, to) - Math.max(at, from);
  return counted;
}
