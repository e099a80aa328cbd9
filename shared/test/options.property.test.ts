import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  actualMinutesRange,
  decide,
  liveOffer,
  optionsFor,
  seenVersion,
  type Booking,
  type BookingCommand,
  type Instant,
  type Location,
  type Side,
  type SideCommandType,
} from '../src/index.ts';
import { lives } from './lives.ts';
import { facts, ines, justBefore, marek, accepted, pending, asked, start } from './scene.ts';

/** Facts in which nothing is in the way of anything. */
const favourable = facts({
  settings: {
    roomExtension: true,
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
  'extend-room': true,
};

const succeeds = (booking: Booking, side: Side, type: SideCommandType, now: Instant) =>
  decide(booking, plainest(type, booking), {
    now,
    actor: side === 'mentor' ? marek : ines,
    facts: favourable,
  }).ok;

test('B4 B7 R1 F1 F3: what a side is offered is exactly what would be carried out', () => {
  const moments = fc.tuple(lives(false), fc.integer({ min: 0, max: 40_000 }));
  fc.assert(
    fc.property(moments, ([{ booking, now: last }, wait]) => {
      if (!booking) return;
      for (const now of [last, last.add({ minutes: wait }), booking.terms.startsAt]) {
        for (const side of ['mentor', 'mentee'] as const) {
          const options = optionsFor(booking, side, now);
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

const offered = (booking: Booking, side: Side, now: Instant) =>
  Object.keys(optionsFor(booking, side, now)).toSorted();

test('B4: what each side is offered on a request', () => {
  expect(offered(pending(), 'mentor', asked)).toEqual(['accept', 'decline', 'propose', 'refuse']);
  expect(offered(pending(), 'mentee', asked)).toEqual(['withdraw']);
  expect(offered(pending(), 'mentor', start)).toEqual([]);
});

test('B7 F1 F3: what each side is offered on an accepted booking', () => {
  expect(offered(accepted(), 'mentor', asked)).toEqual(['cancel', 'propose']);
  expect(offered(accepted(), 'mentee', asked)).toEqual(['cancel', 'propose']);
  expect(offered(accepted(), 'mentor', start)).toEqual(['cancel', 'complete', 'extend-room']);
  expect(offered(accepted(), 'mentee', start)).toEqual(['cancel']);
});
