import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import {
  defaultResponseClock,
  type Booking,
  type BookingState,
  type Instant,
} from '@confab/shared';

/** Of a made-up session what a list, a count, a search or a calendar could turn on. */
export interface Plan {
  state: BookingState;
  /** Hours from now until it starts; several are the same on purpose. */
  ahead: number;
  minutes: number;
  /** Hours by which a counter-offer of a pending one is later. */
  moved: number;
  mentor: number;
  mentee: number;
  program: number;
  note: string | null;
}

const states: readonly BookingState[] = [
  'pending',
  'accepted',
  'completed',
  'no-show',
  'declined',
  'expired',
  'withdrawn',
  'cancelled',
];

export const plans = (people: number, programs: number): fc.Arbitrary<Plan> =>
  fc
    .record({
      state: fc.constantFrom(...states, 'accepted' as const, 'completed' as const),
      ahead: fc.oneof(fc.integer({ min: -60, max: 60 }), fc.integer({ min: -2000, max: 2000 })),
      minutes: fc.constantFrom(30, 60, 120),
      moved: fc.constantFrom(0, 0, 5, 900),
      mentor: fc.nat(people - 1),
      mentee: fc.nat(people - 1),
      program: fc.nat(programs - 1),
      note: fc.constantFrom(null, '', 'On my Résumé', 'straße 50%', 'a_b', 'ΌΛΑ  of\nthis'),
    })
    .map((plan) =>
      plan.mentor === plan.mentee ? { ...plan, mentee: (plan.mentee + 1) % people } : plan,
    );

/** The session of a plan; nothing of it is due at `now`, so that it stays as it is. */
export function bookingOf(
  { state, ahead, minutes, moved, note, ...who }: Plan,
  people: readonly string[],
  programs: readonly string[],
  now: Instant,
): Booking {
  const startsAt = now.add({ hours: ahead });
  const terms = {
    startsAt,
    endsAt: startsAt.add({ minutes }),
    location: { kind: 'online' as const },
  };
  const later = now.add({ hours: 10_000 });
  const [madeAt, endedAt] = [now, now];
  const offer = {
    version: 1,
    by: 'mentee' as const,
    terms: {
      ...terms,
      startsAt: startsAt.add({ hours: moved }),
      endsAt: terms.endsAt.add({ hours: moved }),
    },
    madeAt,
    zone: 'UTC',
    clock: defaultResponseClock,
    clockEndsAt: later,
    respondBy: later,
  };
  const always = {
    id: randomUUID(),
    programId: programs[who.program] ?? '',
    mentorId: people[who.mentor] ?? '',
    menteeId: people[who.mentee] ?? '',
    note,
    requestedAt: now,
    terms,
    roomId: null,
    margins: { before: 30, after: 30 },
    extension: 0,
    version: 1,
    revision: 1,
  };
  const marks = {
    acceptedAt: now,
    markedBySide: 'mentor' as const,
    markedAt: now,
    contest: null,
    reason: null,
  };
  switch (state) {
    case 'pending':
      return { ...always, state, awaiting: 'mentor', offer, countered: null };
    case 'accepted':
      return { ...always, state, acceptedAt: now, proposal: null };
    case 'completed':
      return { ...always, state, ...marks, actualMinutes: minutes };
    case 'no-show':
      return { ...always, state, ...marks, of: 'mentee' };
    case 'declined':
      return { ...always, state, bySide: 'mentor', reason: null, endedAt };
    case 'expired':
      return { ...always, state, awaited: 'mentor', endedAt };
    case 'withdrawn':
      return { ...always, state, endedAt };
    case 'cancelled':
      return { ...always, state, bySide: 'mentee', reason: null, endedAt, from: 'accepted' };
  }
}
