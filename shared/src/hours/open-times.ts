import type { Interval } from '../booking/overlaps.ts';
import type { ConstantOffset } from '../time/constant-offset.ts';
import { Temporal, type Instant } from '../time/index.ts';
import { dayLength, minuteLength } from '../time/lengths.ts';
import { joined, without, type Span } from '../time/span.ts';
import type { Hours } from './hours.ts';
import { byLocalDay, localTime } from './local-time.ts';
import { openHours } from './open-hours.ts';

/** Sessions begin on the quarters of the mentor's clock. @see A3 */
export const startGrid = 15;

/** Everything that decides which times are open. */
export interface TimesAsked {
  hours: Hours;
  /** The mentor's IANA zone. */
  zone: string;
  /** Starts lie in [from, until). */
  from: Instant;
  until: Instant;
  /** Times that the mentor's own sessions hold. @see B6 A4 A5 */
  sessions: Interval[];
  /** Other times that are taken: the asking mentee's. @see B6 */
  taken: Interval[];
  /** When the mentor's calendars say that they are busy. @see A8 */
  busy: readonly Span[];
  /** Minutes of the session. */
  duration: number;
  /** Minutes between now and the start, at least. @see B2 */
  notice: number;
  /** Days of 24 hours within which a start may lie. @see B2 */
  horizon: number;
  now: Instant;
}

/**
 * The starts that are open, in order: the whole session lies in the mentor's hours (A1, A2), begins
 * on the grid (A3), leaves every held time and the pauses free (A4), keeps the longest day (A5),
 * fits notice and horizon (A6), and is over no busy time (A8).
 *
 * @throws RangeError on a zone that does not exist
 */
export function openTimes(asked: TimesAsked): Instant[] {
  const starts: Instant[] = [];
  for (const start of openStarts(asked)) starts.push(Temporal.Instant.fromEpochMilliseconds(start));
  return starts;
}

/** The first start that is open, or null. */
export function nextOpenTime(asked: TimesAsked): Instant | null {
  for (const start of openStarts(asked)) return Temporal.Instant.fromEpochMilliseconds(start);
  return null;
}

function* openStarts(asked: TimesAsked): Generator<number> {
  const { hours, zone, sessions, taken, busy, duration } = asked;
  const starts = allowedStarts(asked);
  const length = duration * minuteLength;
  // A day more on both sides: the sessions of the days at the edges count whole.
  const around = { from: starts.from - 2 * dayLength, to: starts.to + length + 2 * dayLength };
  const pieces = [...localTime(around, zone)];
  const pause = hours.pause * minuteLength;
  const held = spansOf(sessions);
  const blocked = joined([
    ...held.map(({ from, to }) => ({ from: from - pause, to: to + pause })),
    ...spansOf(taken),
    ...busy,
  ]);
  const fits = longestDay(hours.longestDay, held, pieces);
  for (const free of without(openHours(hours, pieces), blocked)) {
    const first = Math.max(free.from, starts.from);
    const last = Math.min(free.to - length, starts.to - 1);
    for (const start of onGrid(first, last, pieces)) {
      if (fits({ from: start, to: start + length })) yield start;
    }
  }
}

const spansOf = (intervals: Interval[]): Span[] =>
  intervals.map(({ startsAt, endsAt }) => ({
    from: startsAt.epochMilliseconds,
    to: endsAt.epochMilliseconds,
  }));

/** Where a start may lie, whatever the hours are. @see A6 B2 */
function allowedStarts({ from, until, notice, horizon, now }: TimesAsked): Span {
  const present = now.epochMilliseconds;
  return {
    from: Math.max(from.epochMilliseconds, present + Math.max(1, notice * minuteLength)),
    to: Math.min(until.epochMilliseconds, present + horizon * dayLength + 1),
  };
}

/** The quarters of the local clock from one instant to another, both included. @see A3 */
function* onGrid(first: number, last: number, pieces: ConstantOffset[]): Generator<number> {
  const step = startGrid * minuteLength;
  for (const { from, to, offset } of pieces) {
    const earliest = Math.max(first, from) + offset;
    const latest = Math.min(last, to - 1) + offset;
    for (let at = Math.ceil(earliest / step) * step; at <= latest; at += step) yield at - offset;
  }
}

/** Does a further session leave each local day that it touches within the longest? @see A5 */
function longestDay(
  most: number | null,
  held: Span[],
  pieces: ConstantOffset[],
): (session: Span) => boolean {
  if (most === null) return () => true;
  const taken = new Map<number, number>();
  for (const session of held)
    for (const { localDay, length } of byLocalDay(session, pieces))
      taken.set(localDay, (taken.get(localDay) ?? 0) + length);
  return (session) => {
    const added = new Map<number, number>();
    for (const { localDay, length } of byLocalDay(session, pieces))
      added.set(localDay, (added.get(localDay) ?? taken.get(localDay) ?? 0) + length);
    return [...added.values()].every((length) => length <= most * minuteLength);
  };
}
