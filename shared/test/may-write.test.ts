import { expect, test } from 'vitest';
import { mayWrite, turnsOnBookings, type Relation } from '../src/index.ts';

/** Two who share a program and have had nothing to do with each other. */
const strangers: Relation = {
  sharedProgram: true,
  mentorAvailability: null,
  conversation: false,
  booking: false,
  liveBooking: false,
};

const everything = { conversation: true, booking: true, liveBooking: true };
const past = { booking: true };

const welcomed = (mentorAvailability: Relation['mentorAvailability']) => (change: object) =>
  mayWrite({ ...strangers, mentorAvailability, ...change });

test('C1: a mentee opens a conversation with a mentor who is available', () => {
  expect(welcomed('available')({})).toBe(true);
});

test('C1: nobody else opens one; in an existing one both write', () => {
  expect(welcomed(null)({})).toBe(false);
  expect(welcomed(null)({ ...everything, conversation: false })).toBe(false);
  expect(welcomed(null)({ conversation: true })).toBe(true);
});

test('C1: it is read-only when no shared program is left', () => {
  for (const availability of ['available', 'busy', 'away', null] as const) {
    const kept = { ...everything, sharedProgram: false };
    expect(welcomed(availability)(kept)).toBe(false);
  }
});

test('P3: a busy mentor is written to by those with a conversation or a booking', () => {
  expect(welcomed('busy')({})).toBe(false);
  expect(welcomed('busy')({ conversation: true })).toBe(true);
  expect(welcomed('busy')(past)).toBe(true);
});

test('P3: a mentor who is away is written to by those with a pending or upcoming booking', () => {
  expect(welcomed('away')({})).toBe(false);
  expect(welcomed('away')({ ...past, conversation: true })).toBe(false);
  expect(welcomed('away')({ ...past, liveBooking: true })).toBe(true);
});

test('P3: bookings are asked about exactly where it turns on them who may write', () => {
  const either = [false, true];
  const turning: object[] = [];
  const said: object[] = [];
  for (const sharedProgram of either)
    for (const mentorAvailability of ['available', 'busy', 'away', null] as const)
      for (const conversation of either) {
        const known = { sharedProgram, mentorAvailability, conversation };
        const answers = either.flatMap((booking) =>
          either.map((liveBooking) => mayWrite({ ...known, booking, liveBooking })),
        );
        if (new Set(answers).size === 2) turning.push(known);
        if (turnsOnBookings(known)) said.push(known);
      }
  expect(said).toEqual(turning);
  expect(turning).not.toEqual([]);
});
