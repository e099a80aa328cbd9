import { constantOffsets, type ConstantOffset } from '../time/constant-offset.ts';
import { Temporal } from '../time/index.ts';
import { dayLength } from '../time/lengths.ts';
import type { Span } from '../time/span.ts';

/** A zone's local time over a span: its pieces of even time, in order. @throws RangeError on a zone that does not exist */
export function* localTime({ from, to }: Span, zone: string): Generator<ConstantOffset> {
  for (const piece of constantOffsets(Temporal.Instant.fromEpochMilliseconds(from), zone)) {
    yield { ...piece, to: Math.min(piece.to, to) };
    if (piece.to >= to) return;
  }
}

/** How much of a span lies on each local day that it touches. @param pieces local time that covers the span */
export function* byLocalDay(
  { from, to }: Span,
  pieces: ConstantOffset[],
): Generator<{ localDay: number; length: number }> {
  for (const piece of pieces) {
    let at = Math.max(from, piece.from);
    const end = Math.min(to, piece.to);
    while (at < end) {
      const localDay = Math.floor((at + piece.offset) / dayLength);
      const nextDay = (localDay + 1) * dayLength - piece.offset;
      yield { localDay, length: Math.min(end, nextDay) - at };
      at = nextDay;
    }
  }
}
