import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  earliest,
  isBefore,
  openTime,
  responseDeadline,
  toText,
  type Instant,
} from '../src/index.ts';
import { clocks, clockStarts, instantsIn, zones } from './clock-arbitraries.ts';
import { countedOpenTime, isOpen } from './clock-oracle.ts';
import { hours, justBefore, utc } from './scene.ts';

/** A start so far away that the clock alone decides. */
const never = utc('2300-01-01T00:00');
const minute = 60_000;

test('D3: exactly the counted hours of open time lie before the deadline, by the minute', () => {
  fc.assert(
    fc.property(clockStarts, ({ zone, requestedAt, clock }) => {
      const deadline = responseDeadline({ requestedAt, zone, clock, startsAt: never });
      const counted = countedOpenTime(requestedAt, deadline, zone, clock, minute);
      expect(counted).toBe(Math.round(clock.hours * 60) * minute);
    }),
    { numRuns: 100 },
  );
});

test('D3: the millisecond before the deadline is open', () => {
  fc.assert(
    fc.property(clockStarts, ({ zone, requestedAt, clock }) => {
      const deadline = responseDeadline({ requestedAt, zone, clock, startsAt: never });
      expect(isOpen(justBefore(deadline), zone, clock)).toBe(true);
    }),
    { numRuns: 600 },
  );
});

test('D3: asking later never gives an earlier deadline', () => {
  const twoStarts = clockStarts.chain((first) =>
    fc.record({
      zone: fc.constant(first.zone),
      clock: fc.constant(first.clock),
      early: fc.constant(first.requestedAt),
      wait: fc.oneof(fc.integer({ min: 0, max: 3 * 86_400_000 }), fc.nat(2 * minute)),
    }),
  );
  fc.assert(
    fc.property(twoStarts, ({ zone, clock, early, wait }) => {
      const late = early.add({ milliseconds: wait });
      const [before, after] = [early, late].map((requestedAt) =>
        responseDeadline({ requestedAt, zone, clock, startsAt: never }),
      ) as [Instant, Instant];
      expect(isBefore(after, before)).toBe(false);
    }),
    { numRuns: 600 },
  );
});

test('D3: open time between any two instants is what the minutes say', () => {
  const spans = zones.chain((zone) =>
    fc.record({
      zone: fc.constant(zone),
      from: instantsIn(zone),
      length: fc.nat(3 * 86_400_000),
      clock: clocks,
    }),
  );
  fc.assert(
    fc.property(spans, ({ zone, from, length, clock }) => {
      const to = from.add({ milliseconds: length });
      const counted = countedOpenTime(from, to, zone, clock, minute);
      expect(openTime({ from, to, zone, clock })).toBe(counted);
    }),
    { numRuns: 100 },
  );
});

test('D4: the deadline is the clock or the start, whichever is earlier', () => {
  fc.assert(
    fc.property(clockStarts, fc.nat(200), ({ zone, requestedAt, clock }, ahead) => {
      const startsAt = hours(requestedAt, ahead);
      const alone = responseDeadline({ requestedAt, zone, clock, startsAt: never });
      const deadline = responseDeadline({ requestedAt, zone, clock, startsAt });
      expect(toText(deadline)).toBe(toText(earliest(alone, startsAt)));
    }),
    { numRuns: 600 },
  );
});
