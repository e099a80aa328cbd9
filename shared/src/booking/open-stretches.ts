import { constantOffsets, type ConstantOffset } from '../time/constant-offset.ts';
import type { Instant } from '../time/index.ts';
import { dayLength } from '../time/lengths.ts';
import { isoWeekday, sinceMidnight } from '../time/local-day.ts';
import type { Span } from '../time/span.ts';
import type { ResponseClock } from './response-clock.ts';

/** The hours of a clock, read once. */
interface ClockHours {
  /** Milliseconds after local midnight. */
  opens: number;
  closes: number;
  closedDays: number[];
}

/**
 * The open time from an instant on, in order. An instant is open iff its local wall time lies in
 * [opening, closing) and its weekday is not closed; walking over the zone's transitions and the
 * local days between them gives exactly that, for gaps, folds and skipped days alike. Endless
 * unless the clock is never open. @see D3
 */
export function* openStretches(from: Instant, zone: string, clock: ResponseClock): Generator<Span> {
  const hours: ClockHours = {
    opens: sinceMidnight(clock.opens),
    closes: sinceMidnight(clock.closes),
    closedDays: clock.closedDays,
  };
  if (!isEverOpen(hours)) return;
  for (const even of constantOffsets(from, zone)) yield* openWithin(even, hours);
}

function* openWithin({ from, to, offset }: ConstantOffset, hours: ClockHours): Generator<Span> {
  const firstDay = Math.floor((from + offset) / dayLength);
  for (let localDay = firstDay; localDay * dayLength - offset < to; localDay += 1) {
    if (hours.closedDays.includes(isoWeekday(localDay))) continue;
    const midnight = localDay * dayLength - offset;
    const opensAt = Math.max(from, midnight + hours.opens);
    const closesAt = Math.min(to, midnight + hours.closes);
    if (opensAt < closesAt) yield { from: opensAt, to: closesAt };
  }
}

const isEverOpen = ({ opens, closes, closedDays }: ClockHours): boolean =>
  opens < closes && [1, 2, 3, 4, 5, 6, 7].some((weekday) => !closedDays.includes(weekday));
