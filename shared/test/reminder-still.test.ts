import { expect, test } from 'vitest';
import {
  remindersOf,
  reminderStill,
  type Booking,
  type Instant,
  type ReminderKind,
  type Side,
} from '../src/index.ts';
import {
  accept,
  accepted,
  asked,
  hours,
  ines,
  justBefore,
  marek,
  minutes,
  pending,
  playOn,
  propose,
  start,
  takeBack,
} from './scene.ts';

/** The reminder of this kind as the timer tells it to a side, on time. */
function toldOf(booking: Booking, kind: ReminderKind, side: Side) {
  const found = remindersOf(booking).find((one) => one.kind === kind);
  if (!found) throw new Error(`nothing to tell: ${kind}`);
  return { kind, side, startsAt: found.startsAt, toldAt: found.at };
}

const still = (booking: Booking, told: ReturnType<typeof toldOf>, now: Instant) =>
  reminderStill(booking, told, now) !== null;

test('N2: a late reminder is told for its own hour, to those it was told to', () => {
  const booking = accepted();
  for (const { kind, at, until, sides } of remindersOf(booking))
    for (const side of ['mentor', 'mentee'] as const) {
      const told = toldOf(booking, kind, side);
      expect(still(booking, told, at)).toBe(sides.includes(side));
      expect(still(booking, told, justBefore(until))).toBe(sides.includes(side));
      expect(still(booking, told, until)).toBe(false);
    }
});

test('N2: one of a session that moved is not told any more; that of its new time is', () => {
  const before = accepted();
  const old = toldOf(before, 'day-before', 'mentee');
  const move = (by: number) =>
    playOn(
      before,
      [old.toldAt, marek, propose(1, hours(start, by))],
      [minutes(old.toldAt, 1), ines, accept(2)],
    ).booking;
  const now = hours(start, -20);
  const later = move(3);
  expect(still(before, old, now)).toBe(true);
  expect(still(later, old, now)).toBe(false);
  expect(still(later, toldOf(later, 'day-before', 'mentee'), now)).toBe(true);
  // Earlier, it would have been due before: whoever was told of the move needs no more.
  expect(still(move(-3), old, now)).toBe(false);
});

test('N2 R2: the agreed hour is told still while another is only proposed, or only the place is another', () => {
  const before = accepted();
  const told = toldOf(before, 'hour-before', 'mentor');
  const proposed = playOn(before, [told.toldAt, ines, propose(1, hours(start, 48))]).booking;
  expect(still(proposed, told, minutes(told.toldAt, 5))).toBe(true);
  const place = { kind: 'in-person', place: 'Library' } as const;
  const elsewhere = playOn(
    before,
    [told.toldAt, ines, { type: 'propose', version: 1, location: place }],
    [told.toldAt, marek, accept(2)],
  ).booking;
  expect(still(elsewhere, told, minutes(told.toldAt, 5))).toBe(true);
});

test('N2 R3: who has answered by a proposal is not told to answer', () => {
  const request = pending();
  const mentor = toldOf(request, 'answer-soon', 'mentor');
  const now = minutes(mentor.toldAt, 5);
  expect(still(request, mentor, now)).toBe(true);
  // The same start, so that nothing but whose turn it is tells them apart.
  const countered = playOn(request, [
    now,
    marek,
    { type: 'propose', version: 1, minutes: 30 },
  ]).booking;
  const mentee = toldOf(countered, 'answer-soon', 'mentee');
  expect(still(countered, mentor, now)).toBe(false);
  expect(still(countered, mentor, mentee.toldAt)).toBe(false);
  expect(still(countered, mentee, mentee.toldAt)).toBe(true);
});

test('N2 R1: a reminder of an offer that was replaced leaves the telling to that of the new one', () => {
  const short = { type: 'propose', version: 1, minutes: 30 } as const;
  const first = playOn(accepted(), [hours(asked, 1), marek, short]).booking;
  const told = toldOf(first, 'answer-halfway', 'mentee');
  const anew = { type: 'propose', version: 2, minutes: 90 } as const;
  const second = playOn(first, [minutes(told.toldAt, 5), marek, anew]).booking;
  const next = toldOf(second, 'answer-halfway', 'mentee');
  expect(still(second, told, next.toldAt)).toBe(false);
  expect(still(second, next, next.toldAt)).toBe(true);
});

test('N2 R3: what a request that stands again is reminded of anew is not told twice', () => {
  const request = pending();
  const told = toldOf(request, 'answer-halfway', 'mentor');
  const pause = (from: Instant, length: number) =>
    playOn(
      request,
      [from, marek, propose(1, hours(start, 2))],
      [minutes(from, length), marek, takeBack(2)],
    ).booking;
  const long = pause(minutes(told.toldAt, 5), 60);
  const anew = toldOf(long, 'answer-halfway', 'mentor');
  expect(still(long, told, anew.toldAt)).toBe(false);
  expect(still(long, anew, anew.toldAt)).toBe(true);
});
