import { minuteLength } from '../time/lengths.ts';
import { clipped, type Span } from '../time/span.ts';

/** Stretches of busy time in one calendar at most. */
export const mostBusy = 4_000;

/**
 * Busy times in whole minutes, short enough to be sent and kept: when the first one begins, how long
 * it is, how long it is free then, and so on by turns.
 *
 * @param spans in order, none touching the next, on whole minutes
 * @param base milliseconds since the epoch from which the first is counted
 */
export function packBusy(spans: readonly Span[], base = 0): number[] {
  const packed: number[] = [];
  let last = base;
  for (const { from, to } of spans) {
    packed.push((from - last) / minuteLength, (to - from) / minuteLength);
    last = to;
  }
  return packed;
}

/**
 * What {@link packBusy} made of them, as milliseconds since the epoch again.
 *
 * @param within only those that have a part in it
 */
export function unpackBusy(packed: readonly number[], base = 0, within: Span = always): Span[] {
  const edges: number[] = [];
  for (const minutes of packed) edges.push((edges.at(-1) ?? base) + minutes * minuteLength);
  return edges
    .map((from, at) => ({ from, to: edges[at + 1] as number }))
    .filter(({ from, to }, at) => at % 2 === 0 && from < within.to && within.from < to);
}

const always: Span = { from: -Infinity, to: Infinity };

/** Busy times that somebody sent, as far as they lie within a span; null where they cannot be. */
export function busyWithin(packed: readonly number[], within: Span): Span[] | null {
  if (packed.length % 2 !== 0 || packed.length > 2 * mostBusy) return null;
  if (packed.some((one) => !Number.isSafeInteger(one) || one < 1)) return null;
  const spans = unpackBusy(packed);
  if (!Number.isSafeInteger(spans.at(-1)?.to ?? 0)) return null;
  return clipped(spans, within);
}
