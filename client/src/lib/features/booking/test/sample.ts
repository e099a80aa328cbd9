import { decide, defaultSettings, fromText, seenVersion } from '@confab/shared';
import type { Actor, Booking, BookingCommand, BookingFacts, Side } from '@confab/shared';

/** A booking for tests, made by the rules themselves: Farid in Kolkata asks Aino in Helsinki. */
export const mentee = { kind: 'person', id: 'farid' } satisfies Actor;
export const mentor = { kind: 'person', id: 'aino' } satisfies Actor;

/** Keeps their program. */
export const manager = { kind: 'person', id: 'sofia' } satisfies Actor;

const facts: BookingFacts = {
  actorRole: 'manager',
  settings: { ...defaultSettings, roomExtension: true },
  mentor: { zone: 'Europe/Helsinki', role: 'mentor', held: [], availability: 'available' },
  mentee: { zone: 'Asia/Kolkata', role: 'mentee', held: [] },
  gatePassed: true,
  acquainted: true,
  pendingBetween: [],
  nextStartsAt: null,
  fresh: { bookingId: 'b1', roomId: 'r1' },
};

/** The outcome of commands, each at its instant by its actor; throws where one is refused. */
export function booked(...steps: [at: string, actor: Actor, command: BookingCommand][]): Booking {
  let booking: Booking | null = null;
  for (const [at, actor, command] of steps) {
    const named: BookingCommand =
      booking && 'version' in command ? { ...command, version: seenVersion(booking) } : command;
    const outcome = decide(booking, named, { now: fromText(at), actor, facts });
    if (!outcome.ok) throw new Error(`refused: ${outcome.code}`);
    booking = outcome.booking;
  }
  if (!booking) throw new Error('no steps');
  return booking;
}

/** Asked on Monday 23 November for Tuesday 24 at 10:00 in Helsinki, 13:30 in Kolkata. */
export const asked: [string, Actor, BookingCommand] = [
  '2026-11-23T08:00:00Z',
  mentee,
  {
    type: 'request',
    programId: 'p1',
    mentorId: 'aino',
    start: { date: '2026-11-24', time: '13:30', zone: 'Asia/Kolkata' },
    minutes: 45,
    location: { kind: 'online' },
    note: null,
  },
];
export const accepted: [string, Actor, BookingCommand] = [
  '2026-11-23T09:00:00Z',
  mentor,
  { type: 'accept', version: 0 },
];

/** How the two read it. */
export const from = (side: Side) =>
  side === 'mentor'
    ? { side, zone: 'Europe/Helsinki', other: { name: 'Farid Karimi', zone: 'Asia/Kolkata' } }
    : { side, zone: 'Asia/Kolkata', other: { name: 'Aino Lehtonen', zone: 'Europe/Helsinki' } };
