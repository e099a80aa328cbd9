import fc from 'fast-check';
import {
  decide,
  dueAt,
  optionsFor,
  seenVersion,
  windowOf,
  type Actor,
  type Booking,
  type BookingCommand,
  type BookingEvent,
  type BookingFacts,
  type Decision,
  type Instant,
  type LocalMoment,
  type Location,
} from '../src/index.ts';
import { oddZones } from './clock-arbitraries.ts';
import {
  asked,
  facts,
  hours,
  ines,
  justBefore,
  marek,
  minutes,
  otto,
  system,
  typed,
} from './scene.ts';

/** One random step, before it is known which booking it meets. */
interface Stride {
  /** How time goes on: a wait, or to an instant of the booking. */
  go: { wait: number } | { to: 'due' | 'start' | 'end' | 'opens' | 'closes'; early: boolean };
  actor: Actor;
  command: BookingCommand['type'];
  /** Takes a command that is open to one of the two instead, so that lives get somewhere. */
  open: number | null;
  /** Added to the version that is seen; mostly 0. */
  off: number;
  ahead: number;
  minutes: number;
  location: Location;
  /** What the proposal names. */
  names: { start: boolean; minutes: boolean; location: boolean };
  facts: BookingFacts;
}

/** What happened at one step of a life. */
export interface Moment {
  now: Instant;
  actor: Actor;
  command: BookingCommand;
  facts: BookingFacts;
  before: Booking | null;
  decision: Decision;
}

export interface Life {
  booking: Booking | null;
  events: BookingEvent[];
  moments: Moment[];
  now: Instant;
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

const strides: fc.Arbitrary<Stride> = fc.record({
  go: often<Stride['go']>(
    [8, fc.integer({ min: 0, max: 90 }).map((wait) => ({ wait }))],
    [1, fc.integer({ min: 90, max: 3000 }).map((wait) => ({ wait }))],
    [
      3,
      fc.record({
        to: fc.constantFrom('due', 'start', 'end', 'opens', 'closes'),
        early: fc.boolean(),
      }),
    ],
  ),
  actor: often<Actor>(
    [10, fc.constantFrom(ines, marek)],
    [2, fc.constant(system)],
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
        ...(['undo', 'extend-room', 'expire', 'end-membership'] as const),
      ),
    ],
  ),
  open: often<number | null>([1, fc.constant(null)], [2, fc.nat(1000)]),
  off: often([9, fc.constant(0)], [1, fc.constantFrom(-1, 1)]),
  ahead: fc.integer({ min: -2, max: 200 }),
  minutes: fc.constantFrom(30, 60, 60, 90, 25),
  location: locations,
  names: fc.record({ start: fc.boolean(), minutes: fc.boolean(), location: fc.boolean() }),
  facts: randomFacts,
});

function moved(now: Instant, booking: Booking | null, { go }: Stride): Instant {
  if ('wait' in go) return minutes(now, go.wait);
  // A jump to the session from a request that still waits would only let it expire.
  if (!booking || (booking.state === 'pending' && go.to !== 'due')) return now;
  const window = windowOf(booking);
  const at = {
    due: dueAt(booking) ?? now,
    start: booking.terms.startsAt,
    end: booking.terms.endsAt,
    opens: window.opensAt,
    closes: window.closesAt,
  }[go.to];
  const chosen = go.early ? justBefore(at) : at;
  return chosen.epochMilliseconds > now.epochMilliseconds ? chosen : now;
}

function commandOf(stride: Stride, booking: Booking | null, now: Instant): BookingCommand {
  const version = (booking ? seenVersion(booking) : 1) + stride.off;
  const begin: LocalMoment = typed(hours(now, stride.ahead));
  const { location, names } = stride;
  switch (stride.command) {
    case 'request': {
      const who = { programId: 'program-1', mentorId: 'marek', note: null };
      return { type: 'request', ...who, start: begin, minutes: stride.minutes, location };
    }
    case 'propose':
      return {
        ...{ type: 'propose', version },
        ...(names.start && { start: begin }),
        ...(names.minutes && { minutes: stride.minutes }),
        ...(names.location && { location }),
      };
    case 'accept':
    case 'refuse':
    case 'withdraw-proposal':
      return { type: stride.command, version };
    case 'decline':
    case 'cancel':
      return { type: stride.command, reason: null };
    case 'complete':
      return { type: 'complete', minutes: stride.minutes };
    default:
      return { type: stride.command };
  }
}

/** A mistake that writes into what it was given shows at once. */
function frozen<Value>(value: Value): Value {
  const isPlain =
    Array.isArray(value) || Object.prototype.toString.call(value) === '[object Object]';
  if (!isPlain) return value;
  Object.values(value as object).forEach(frozen);
  return Object.freeze(value);
}

/** A life begins with a request that can be made; anything may follow. */
const opening = (stride: Stride): Stride => ({
  ...stride,
  actor: ines,
  command: 'request',
  ahead: Math.abs(stride.ahead) + 1,
  minutes: 60,
  facts: {
    ...stride.facts,
    mentor: { ...stride.facts.mentor, held: [] },
    pendingBetween: [],
  },
});

const endings = new Set<string>(['decline', 'refuse', 'withdraw', 'cancel']);

/** The stride with a command that is open to someone, seldom one that ends it all. */
function directed(stride: Stride, { booking, now }: Life): Stride {
  const { open } = stride;
  if (open === null || !booking) return stride;
  const [side, actor] = open % 2 === 0 ? (['mentor', marek] as const) : (['mentee', ines] as const);
  const offered = Object.keys(optionsFor(booking, side, now)) as BookingCommand['type'][];
  const lasting = offered.filter((type) => open % 9 === 0 || !endings.has(type));
  const command = lasting[open % Math.max(1, lasting.length)];
  return command ? { ...stride, actor, command } : stride;
}

function live(strides: Stride[], prompt: boolean): Life {
  const life: Life = { booking: null, events: [], moments: [], now: asked };
  const step = (actor: Actor, command: BookingCommand, given: BookingFacts) => {
    const { booking: before, now } = life;
    const decision = frozen(decide(before, frozen(command), { now, actor, facts: frozen(given) }));
    life.moments.push({ now, actor, command, facts: given, before, decision });
    if (!decision.ok) return;
    life.booking = decision.booking;
    life.events.push(...decision.events);
  };
  for (const [index, stride] of strides.entries()) {
    life.now = moved(life.now, life.booking, stride);
    const due = life.booking ? dueAt(life.booking) : null;
    const isDue = due !== null && due.epochMilliseconds <= life.now.epochMilliseconds;
    if (prompt && isDue) step(system, { type: 'expire' }, stride.facts);
    const meant = index === 0 ? opening(stride) : directed(stride, life);
    step(meant.actor, commandOf(meant, life.booking, life.now), meant.facts);
  }
  return life;
}

/** Whole lives of one booking. `prompt`: what is due is done before each command, as D6 has it. */
export const lives = (prompt: boolean): fc.Arbitrary<Life> =>
  fc
    .array(strides, { minLength: 6, maxLength: 18, size: 'max' })
    .map((steps) => live(steps, prompt));
