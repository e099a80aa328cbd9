import { Temporal, type Instant, type ResponseClock } from '../src/index.ts';

const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** D3 to the letter: the local wall time lies in [opening, closing), the weekday is not closed. */
export function isOpen(instant: Instant, zone: string, clock: ResponseClock): boolean {
  const local = instant.toZonedDateTimeISO(zone);
  const minute = local.hour * 60 + local.minute;
  return (
    minute >= minuteOf(clock.opens) &&
    minute < minuteOf(clock.closes) &&
    !clock.closedDays.includes(local.dayOfWeek)
  );
}

/**
 * Open milliseconds in [from, to), asked cell by cell. Exact where the zone's offsets are whole
 * multiples of the cell: a minute nowadays, a second in history.
 */
export function countedOpenTime(
  from: Instant,
  to: Instant,
  zone: string,
  clock: ResponseClock,
  cell: number,
): number {
  const first = from.epochMilliseconds;
  const end = to.epochMilliseconds;
  let counted = 0;
  for (let at = Math.floor(first / cell) * cell; at < end; at += cell) {
    if (!isOpen(Temporal.Instant.fromEpochMilliseconds(at), zone, clock)) continue;
    counted += Math.min(at + cell, end) - Math.max(at, first);
  }
  return counted;
}
