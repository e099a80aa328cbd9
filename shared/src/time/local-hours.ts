import type { ConstantOffset } from './constant-offset.ts';
import { dayLength } from './lengths.ts';
import type { Span } from './span.ts';

/**
 * What of even local time lies in the hours of its local days, in order. An instant does iff its
 * local wall time lies in a stretch of its local date: piece by piece, that is so for gaps, folds
 * and skipped days alike. @see A1 D3
 *
 * @param hoursOn the stretches of a local day, in order, in milliseconds after its midnight
 */
export function* localHours(
  { from, to, offset }: ConstantOffset,
  hoursOn: (localDay: number) => readonly Span[],
): Generator<Span> {
  const firstDay = Math.floor((from + offset) / dayLength);
  for (let localDay = firstDay; localDay * dayLength - offset < to; localDay += 1) {
    const midnight = localDay * dayLength - offset;
    for (const stretch of hoursOn(localDay)) {
      const opensAt = Math.max(from, midnight + stretch.from);
      const closesAt = Math.min(to, midnight + stretch.to);
      if (opensAt < closesAt) yield { from: opensAt, to: closesAt };
    }
  }
}
