import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  actualMinutesRange,
  decide,
  defaultSettings,
  liveOffer,
  optionsFor,
  seenVersion,
  windowOf,
  type Booking,
  type BookingCommand,
  type BookingFacts,
  type Instant,
  type Location,
  type Side,
  type SideCommandType,
} from '../src/index.ts';
import { lives } from './lives.ts';
import { facts, ines, justBefore, marek, accepted, pending, asked, start } from './scene.ts';

/** Facts in which nothing is in the way of anything. */
const favourable = (roomExtension: boolean) =>
  facts({
    settings: {
      roomExtension,
      bookingHorizon: 100_000,
      durations: [25, 30, 45, 60, 90, 120],
      otherLocations: ['By telephone'],
    },
  });

const places: Location[] = [
  { kind: 'online' },
  { kind: 'in-person', place: 'One' },
  { kind: 'in-person', place: 'Two' },
];

const textOf = (location: Location | undefined) => JSON.stringify(location ?? null);

/** A command of a kind that nothing but the booking and the time could refuse. */
function plainest(type: SideCommandType, booking: Booking): BookingCommand {
  const version = seenVersion(booking);
  switch (type) {
    case 'propose': {
      const known = [booking.terms.location, liveOffer(booking)?.terms.location].map(textOf);
      const location = places.find((place) => !known.includes(textOf(place)));
      return { type, version, location };
    }
    case 'accept':
    case 'refuse':
    case 'withdraw-proposal':
      return { type, version };
    case 'decline':
    case 'cancel':
      return { type, reason: null };
    case 'complete':
      return { type, minutes: actualMinutesRange(booking).from };
    case 'contest':
      return { type, reason: 'It was not so' };
    default:
      return { type };
  }
}

const types: Record<SideCommandType, true> = {
  accept: true,
  decline: true,
  propose: true,
  refuse: true,
  'withdraw-proposal': true,
  withdraw: true,
  cancel: true,
  complete: true,
  'no-show': true,
  undo: true,
  contest: true,
  'extend-room': true,
};

const outcomes = (given: BookingFacts) => ({
  offers: (booking: Booking, side: Side, now: Instant) =>
    optionsFor(booking, side, now, given.settings),
  succeeds: (booking: Booking, side: Side, type: SideCommandType, now: Instant) =>
    decide(booking, plainest(type, booking), {
      now,
      actor: side === 'mentor' ? marek : ines,
      facts: given,
    }).ok,
});

test('B4 B7 R1 W3 F1 F3: what a side is offered is exactly what would be carried out', () => {
  const moments = fc.tuple(lives(false), fc.integer({ min: 0, max: 40_000 }), fc.boolean());
  fc.assert(
    fc.property(moments, ([{ booking, now: last }, wait, roomExtension]) => {
      if (!booking) return;
      const { offers, succeeds } = outcomes(favourable(roomExtension));
      for (const now of [last, last.add({ minutes: wait }), booking.terms.startsAt]) {
        for (const side of ['mentor', 'mentee'] as const) {
          const options = offers(booking, side, now);
          for (const type of Object.keys(types) as SideCommandType[]) {
            const option = options[type];
            expect([type, succeeds(booking, side, type, now)]).toEqual([
              type,
              option !== undefined,
            ]);
            if (!option?.until) continue;
            expect([type, succeeds(booking, side, type, justBefore(option.until))]).toEqual([
              type,
              true,
            ]);
            expect([type, succeeds(booking, side, type, option.until)]).toEqual([type, false]);
          }
        }
      }
    }),
    { numRuns: 200 },
  );
});

const offered = (booking: Booking, side: Side, now: Instant, settings = defaultSettings) =>
  Object.keys(optionsFor(booking, side, now, settings)).toSorted();

test('B4: what each side is offered on a request', () => {
  expect(offered(pending(), 'mentor', asked)).toEqual(['accept', 'decline', 'propose', 'refuse']);
  expect(offered(pending(), 'mentee', asked)).toEqual(['withdraw']);
  expect(offered(pending(), 'mentor', start)).toEqual([]);
  const until = liveOffer(pending())?.respondBy;
  expect(optionsFor(pending(), 'mentee', asked, defaultSettings)).toEqual({ withdraw: { until } });
  expect(until).toBeDefined();
});

test('B7 F1 F3: what each side is offered on an accepted booking', () => {
  expect(offered(accepted(), 'mentor', asked)).toEqual(['cancel', 'propose']);
  expect(offered(accepted(), 'mentee', asked)).toEqual(['cancel', 'propose']);
  expect(offered(accepted(), 'mentor', start)).toEqual(['cancel', 'complete']);
  expect(offered(accepted(), 'mentee', start)).toEqual(['cancel']);
});

test('W3: extending the room is offered where the program allows it, and to the mentor alone', () => {
  const allowed = { ...defaultSettings, roomExtension: true };
  const { opensAt, closesAt } = windowOf(accepted());
  const mayExtend = (side: Side, now: Instant, settings = allowed) =>
    offered(accepted(), side, now, settings).includes('extend-room');
  expect(mayExtend('mentor', opensAt)).toBe(true);
  expect(mayExtend('mentor', justBefore(opensAt))).toBe(false);
  expect(mayExtend('mentor', closesAt)).toBe(false);
  expect(mayExtend('mentee', opensAt)).toBe(false);
  expect(mayExtend('mentor', opensAt, defaultSettings)).toBe(false);
});
