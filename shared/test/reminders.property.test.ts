import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isBefore,
  remindersOf,
  responseDeadline,
  type Booking,
  type Instant,
} from '../src/index.ts';
import { clocks, instantsIn, zones } from './clock-arbitraries.ts';
import { countedOpenTime } from './clock-oracle.ts';
import { hours, pending } from './scene.ts';

const minute = 60_000;

/** A request made anywhere, under any clock, for a start within some days. */
const requests = zones.chain((zone) =>
  fc.record({
    zone: fc.constant(zone),
    madeAt: instantsIn(zone),
    clock: clocks,
    ahead: fc.oneof(fc.double({ min: 0.1, max: 8, noNaN: true }), fc.integer({ min: 1, max: 90 })),
  }),
);

type Given = typeof requests extends fc.Arbitrary<infer Request> ? Request : never;

function requested({ zone, madeAt, clock, ahead }: Given) {
  const booking = pending();
  if (booking.state !== 'pending') throw new Error('not pending');
  const startsAt = hours(madeAt, ahead);
  const respondBy = responseDeadline({ requestedAt: madeAt, zone, startsAt, clock });
  const terms = { ...booking.terms, startsAt };
  const offer = { ...booking.offer, madeAt, zone, clock, respondBy, terms };
  return { offer, booking: { ...booking, terms, offer } as Booking };
}

const found = (given: Given) => {
  const { offer, booking } = requested(given);
  const { zone, clock } = offer;
  const counted = (from: Instant, to: Instant) => countedOpenTime(from, to, zone, clock, minute);
  return { offer, counted, reminders: remindersOf(booking) };
};

test('D7: half of the counted time lies behind the first, two counted hours before the last', () => {
  fc.assert(
    fc.property(requests, (given) => {
      const { offer, counted, reminders } = found(given);
      const open = counted(offer.madeAt, offer.respondBy);
      for (const { kind, at } of reminders)
        expect(counted(at, offer.respondBy)).toBe(
          kind === 'answer-soon' ? 120 * minute : Math.floor(open / 2),
        );
    }),
    { numRuns: 150 },
  );
});

test('D7: each lies in the time for an answer, more than 30 minutes from the other, or is left out', () => {
  fc.assert(
    fc.property(requests, (given) => {
      const { offer, counted, reminders } = found(given);
      const open = counted(offer.madeAt, offer.respondBy);
      for (const { at } of reminders) {
        expect(isBefore(at, offer.madeAt)).toBe(false);
        expect(isBefore(at, offer.respondBy)).toBe(true);
      }
      const [first, second] = reminders.map(({ at }) => at.epochMilliseconds);
      const between = (second ?? Infinity) - (first ?? 0);
      expect(between).toBeGreaterThan(30 * minute);
      // None is left out without a reason.
      const least = open > 5 * 60 * minute ? 2 : open > 0 ? 1 : 0;
      expect(reminders.length).toBeGreaterThanOrEqual(least);
    }),
    { numRuns: 150 },
  );
});
