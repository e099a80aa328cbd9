import * as fc from 'fast-check';
import type { Actor, BookingCommand, BookingFacts, Location, Outcome } from '../src/index.ts';
import { oddZones } from './clock-arbitraries.ts';
import { asked, facts, hours, ines, marek, maria, otto, system } from './scene.ts';

/** One random step, before it is known which booking it meets. */
export interface Stride {
  /** How time goes on: a wait, or to an instant of the booking. */
  go:
    | { wait: number }
    | { to: 'due' | 'start' | 'end' | 'opens' | 'closes' | 'day-after'; early: boolean };
  actor: Actor;
  command: BookingCommand['type'];
  /** Takes a command that is open to one of the two instead, so that lives get somewhere. */
  open: number | null;
  /** Added to the version that is seen; mostly 0. */
  off: number;
  ahead: number;
  minutes: number;
  location: Location;
  outcome: Outcome;
  reason: string;
  /** What the proposal names. */
  names: { start: boolean; minutes: boolean; location: boolean };
  facts: BookingFacts;
}

const locations = fc.constantFrom<Location>(
  { kind: 'online' },
  { kind: 'in-person', place: 'Library' },
  { kind: 'in-person', place: 'Café' },
  { kind: 'other', name: 'By telephone', place: '' },
);

const often = <Value>(...weights: [number, fc.Arbitrary<Value>][]) =>
  fc.oneof(...weights.map(([weight, arbitrary]) => ({ weight, arbitrary })));

/** Hours after {@link asked} at which something is in the way; mostly nothing is. */
const nowAndThen = often<number | null>(
  [3, fc.constant(null)],
  [1, fc.integer({ min: 1, max: 200 })],
);

const randomFacts = fc
  .record({
    actorRole: fc.constantFrom<BookingFacts['actorRole']>('manager', 'manager', 'mentee', null),
    mentorZone: fc.constantFrom(...oddZones),
    menteeZone: fc.constantFrom(...oddZones),
    heldAhead: nowAndThen,
    pendingAhead: nowAndThen,
    clockHours: fc.constantFrom(1, 12, 30),
    roomExtension: fc.boolean(),
    room: fc.integer({ min: 1, max: 1_000_000 }),
  })
  .map((chosen) => {
    const span = (ahead: number | null) =>
      ahead === null ? [] : [{ startsAt: hours(asked, ahead), endsAt: hours(asked, ahead + 2) }];
    return facts({
      actorRole: chosen.actorRole,
      mentor: { zone: chosen.mentorZone, held: span(chosen.heldAhead) },
      mentee: { zone: chosen.menteeZone },
      pendingBetween: span(chosen.pendingAhead),
      settings: {
        otherLocations: ['By telephone'],
        roomExtension: chosen.roomExtension,
        clock: { hours: chosen.clockHours, opens: '06:00', closes: '22:00', closedDays: [] },
      },
      fresh: { bookingId: 'booking-1', roomId: `room-${chosen.room}` },
    });
  });

export const strides: fc.Arbitrary<Stride> = fc.record({
  go: often<Stride['go']>(
    [8, fc.integer({ min: 0, max: 90 }).map((wait) => ({ wait }))],
    [1, fc.integer({ min: 90, max: 3000 }).map((wait) => ({ wait }))],
    [
      3,
      fc.record({
        to: fc.constantFrom('due', 'start', 'end', 'opens', 'closes', 'day-after'),
        early: fc.boolean(),
      }),
    ],
  ),
  actor: often<Actor>(
    [10, fc.constantFrom(ines, marek)],
    [2, fc.constant(system)],
    [1, fc.constant(maria)],
    [1, fc.constant(otto)],
  ),
  command: often<BookingCommand['type']>(
    [6, fc.constant('propose')],
    [3, fc.constant('accept')],
    [3, fc.constant('withdraw-proposal')],
    [
      6,
      fc.constantFrom(
        ...(['request', 'decline', 'refuse', 'withdraw', 'cancel', 'complete', 'no-show'] as const),
        ...(['undo', 'contest', 'settle', 'extend-room', 'expire', 'end-membership'] as const),
      ),
    ],
  ),
  open: often<number | null>([1, fc.constant(null)], [2, fc.nat(1000)]),
  off: often([9, fc.constant(0)], [1, fc.constantFrom(-1, 1)]),
  ahead: fc.integer({ min: -2, max: 200 }),
  minutes: fc.constantFrom(30, 60, 60, 90, 25),
  location: locations,
  outcome: fc.oneof(
    fc.record({ kind: fc.constant('no-show' as const), of: fc.constantFrom('mentor', 'mentee') }),
    fc.record({
      kind: fc.constant('completed' as const),
      minutes: fc.constantFrom(30, 45, 60, 62),
    }),
  ),
  reason: fc.constantFrom('As both have told me', 'As both have told me', ''),
  names: fc.record({ start: fc.boolean(), minutes: fc.boolean(), location: fc.boolean() }),
  facts: randomFacts,
});
