import { Temporal, type Instant } from '../time/index.ts';
import { dayLength } from '../time/lengths.ts';
import { afterOpenTime } from './open-time.ts';
import { clockLength, type ResponseClock } from './response-clock.ts';

/**
 * The instant at which it is too late to answer: the end of the responder's counted hours, or the
 * start of what is to be answered, whichever is earlier. A clock that is never open ends at the
 * start.
 *
 * @param zone the responder's IANA zone
 * @throws RangeError on a zone that does not exist
 * @see D3 D4
 */
export function responseDeadline({
  requestedAt,
  zone,
  startsAt,
  clock,
}: {
  requestedAt: Instant;
  zone: string;
  startsAt: Instant;
  clock: ResponseClock;
}): Instant {
  const length = clockLength(clock);
  return afterOpenTime({ from: requestedAt, length, zone, clock, limit: startsAt }) ?? startsAt;
}

/**
 * Where a response clock alone ends, before `min` with a start.
 *
 * @param left open milliseconds that the clock still has at `from`
 * @throws RangeError on a clock that would run for more than a hundred years, or a zone that does
 *   not exist; `checkSettings` and `isZone` refuse both beforehand
 */
export function clockEnd(from: Instant, left: number, zone: string, clock: ResponseClock): Instant {
  const limit = Temporal.Instant.fromEpochMilliseconds(from.epochMilliseconds + century);
  const end = afterOpenTime({ from, length: left, zone, clock, limit });
  if (!end) throw new RangeError('This response clock does not end.');
  return end;
}

const century = 100 * 366 * dayLength;
