import { Temporal, type Instant } from '../time/index.ts';
import { openStretches } from './open-stretches.ts';
import type { ResponseClock } from './response-clock.ts';

/** How much of [from, to) counts for a clock, in milliseconds. @see D3 */
export function openTime({
  from,
  to,
  zone,
  clock,
}: {
  from: Instant;
  to: Instant;
  zone: string;
  clock: ResponseClock;
}): number {
  const end = to.epochMilliseconds;
  let counted = 0;
  for (const stretch of openStretches(from, zone, clock)) {
    if (stretch.from >= end) break;
    counted += Math.min(stretch.to, end) - stretch.from;
  }
  return counted;
}

/**
 * The instant by which `length` milliseconds have counted since `from`, or null when that is not
 * before `limit`. The walk ends at the limit. @see D3
 */
export function afterOpenTime({
  from,
  length,
  zone,
  clock,
  limit,
}: {
  from: Instant;
  length: number;
  zone: string;
  clock: ResponseClock;
  limit: Instant;
}): Instant | null {
  const end = limit.epochMilliseconds;
  let left = length;
  for (const stretch of openStretches(from, zone, clock)) {
    if (stretch.from >= end) return null;
    const within = stretch.to - stretch.from;
    if (left <= within) {
      const at = stretch.from + left;
      return at < end ? Temporal.Instant.fromEpochMilliseconds(at) : null;
    }
    left -= within;
  }
  return null;
}
