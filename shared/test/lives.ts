import * as fc from 'fast-check';
import {
  decide,
  dueAt,
  forgottenAt,
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
} from '../src/index.ts';
import { strides, type Stride } from './life-strides.ts';
import { asked, hours, ines, justBefore, marek, maria, minutes, system, typed } from './scene.ts';

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
    'day-after': forgottenAt(booking),
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
        type: 'propose',
        version,
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
    case 'contest':
      return { type: 'contest', reason: stride.reason };
    case 'settle':
      return {
        type: 'settle',
        revision: (booking?.revision ?? 1) + stride.off,
        outcome: stride.outcome,
        reason: stride.reason,
      };
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
  const past = booking.state === 'completed' || booking.state === 'no-show';
  if (past && open % 3 === 0) return { ...stride, actor: maria, command: 'settle' };
  const [side, actor] = open % 2 === 0 ? (['mentor', marek] as const) : (['mentee', ines] as const);
  const offered = Object.keys(
    optionsFor(booking, side, now, stride.facts.settings),
  ) as BookingCommand['type'][];
  const lasting = offered.filter((type) => open % 9 === 0 || !endings.has(type));
  const command = lasting[open % Math.max(1, lasting.length)];
  return command ? { ...stride, actor, command } : stride;
}

function live(steps: Stride[], prompt: boolean): Life {
  const life: Life = { booking: null, events: [], moments: [], now: asked };
  const step = (actor: Actor, command: BookingCommand, random: BookingFacts) => {
    const { booking: before, now } = life;
    const isStranger = actor.kind === 'person' && actor.id === 'otto';
    const given = isStranger ? { ...random, actorRole: null } : random;
    const decision = frozen(decide(before, frozen(command), { now, actor, facts: frozen(given) }));
    life.moments.push({ now, actor, command, facts: given, before, decision });
    if (!decision.ok) return;
    life.booking = decision.booking;
    life.events.push(...decision.events);
  };
  for (const [index, stride] of steps.entries()) {
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
