import { expect } from 'vitest';
import {
  applyEvent,
  decide,
  defaultSettings,
  dueAt,
  Temporal,
  toJson,
  type Actor,
  type Booking,
  type BookingCommand,
  type BookingEvent,
  type BookingFacts,
  type BookingRefusalCode,
  type Instant,
  type LocalMoment,
  type ProgramSettings,
  type Terms,
} from '../src/index.ts';

/** Ines, a mentee in Lisbon, asks Marek, a mentor in Warsaw; Otto is neither. */
export const ines: Actor = { kind: 'person', id: 'ines' };
export const marek: Actor = { kind: 'person', id: 'marek' };
export const otto: Actor = { kind: 'person', id: 'otto' };
/** Keeps the program; is neither of them. */
export const maria: Actor = { kind: 'person', id: 'maria' };
export const system: Actor = { kind: 'system' };

export const lisbon = 'Europe/Lisbon';
export const warsaw = 'Europe/Warsaw';

/** An instant from ISO text in UTC, `2026-06-01T08:00`. */
export const utc = (text: string): Instant => Temporal.Instant.from(`${text}Z`);

/** An instant from a wall-clock text in a zone. */
export const wall = (text: string, zone: string): Instant =>
  Temporal.PlainDateTime.from(text).toZonedDateTime(zone, { disambiguation: 'reject' }).toInstant();

/** The wall-clock text of an instant in a zone, to the minute. */
export const wallText = (instant: Instant, zone: string): string =>
  instant.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });

/** What a person types for an instant, in UTC. */
export const typed = (instant: Instant): LocalMoment => {
  const [date = '', time = ''] = wallText(instant, 'UTC').split('T');
  return { date, time, zone: 'UTC' };
};

type FactsChange = Partial<Omit<BookingFacts, 'settings' | 'mentor' | 'mentee'>> & {
  settings?: Partial<ProgramSettings>;
  mentor?: Partial<BookingFacts['mentor']>;
  mentee?: Partial<BookingFacts['mentee']>;
};

/** Facts in which nothing stands in the way, save what is changed. */
export function facts({ settings, mentor, mentee, ...rest }: FactsChange = {}): BookingFacts {
  return {
    settings: { ...defaultSettings, ...settings },
    actorRole: null,
    mentor: { zone: warsaw, role: 'mentor', held: [], availability: 'available', ...mentor },
    mentee: { zone: lisbon, role: 'mentee', held: [], ...mentee },
    gatePassed: true,
    acquainted: true,
    pendingBetween: [],
    nextStartsAt: null,
    fresh: { bookingId: 'booking-1', roomId: 'room-1' },
    ...rest,
  };
}

/** Monday; 08:00 in Lisbon, 09:00 in Warsaw. */
export const asked = utc('2026-06-01T07:00');
/** Thursday; 17:00 in Lisbon, 18:00 in Warsaw. */
export const start = utc('2026-06-04T16:00');

export const requestFor = (
  startsAt: Instant,
  change: Partial<Extract<BookingCommand, { type: 'request' }>> = {},
): BookingCommand => ({
  type: 'request',
  programId: 'program-1',
  mentorId: 'marek',
  start: typed(startsAt),
  minutes: 60,
  location: { kind: 'online' },
  note: null,
  ...change,
});

export type Step = [now: Instant, actor: Actor, command: BookingCommand, facts?: BookingFacts];

/** The booking and all events after some commands, each of which must be carried out. */
export function play(...steps: Step[]): { booking: Booking; events: BookingEvent[] } {
  return playOn(null, ...steps);
}

export function playOn(
  before: Booking | null,
  ...steps: Step[]
): { booking: Booking; events: BookingEvent[] } {
  let booking = before;
  const events: BookingEvent[] = [];
  for (const [now, actor, command, given = facts()] of steps) {
    const decision = decide(booking, command, { now, actor, facts: given });
    if (!decision.ok) throw new Error(`${command.type} was refused: ${decision.code}`);
    expect(toJson(decision.events.reduce<Booking | null>(applyEvent, booking))).toEqual(
      toJson(decision.booking),
    );
    booking = decision.booking;
    events.push(...decision.events);
  }
  if (!booking) throw new Error('No step was played.');
  return { booking, events };
}

/** A request for {@link start}, an hour online, asked at {@link asked}. */
export const pending = (): Booking => play([asked, ines, requestFor(start)]).booking;

/** The same, accepted an hour later. */
export const accepted = (): Booking =>
  playOn(pending(), [hours(asked, 1), marek, { type: 'accept', version: 1 }]).booking;

/** The refusal's code, or `ok`. */
export function outcome(
  booking: Booking | null,
  now: Instant,
  actor: Actor,
  command: BookingCommand,
  given: BookingFacts = facts(),
): BookingRefusalCode | 'ok' {
  const decision = decide(booking, command, { now, actor, facts: given });
  return decision.ok ? 'ok' : decision.code;
}

export const hours = (instant: Instant, count: number): Instant =>
  instant.add({ milliseconds: Math.round(count * 3_600_000) });
export const minutes = (instant: Instant, count: number): Instant => hours(instant, count / 60);
export const justBefore = (instant: Instant): Instant => instant.subtract({ milliseconds: 1 });

/** An hour from then on, online. */
export const termsAt = (startsAt: Instant): Terms => ({
  startsAt,
  endsAt: hours(startsAt, 1),
  location: { kind: 'online' },
});

/** The booking in one state, or the test fails. */
export function inState<State extends Booking['state']>(
  booking: Booking,
  state: State,
): Extract<Booking, { state: State }> {
  expect(booking.state).toBe(state);
  return booking as Extract<Booking, { state: State }>;
}

/** A proposal of another start. */
export const propose = (version: number, startsAt: Instant): BookingCommand => ({
  type: 'propose',
  version,
  start: typed(startsAt),
});
export const accept = (version: number): BookingCommand => ({ type: 'accept', version });
export const refuse = (version: number): BookingCommand => ({ type: 'refuse', version });
export const takeBack = (version: number): BookingCommand => ({
  type: 'withdraw-proposal',
  version,
});

/** When the booking's live offer runs out. */
export function deadlineOf(booking: Booking): Instant {
  const due = dueAt(booking);
  if (!due) throw new Error('Nothing is due.');
  return due;
}
