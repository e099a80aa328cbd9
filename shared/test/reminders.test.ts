import { expect, test } from 'vitest';
import {
  reminderNow,
  remindersLeft,
  remindersOf,
  toText,
  type Booking,
  type Instant,
  type ReminderKind,
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
  play,
  playOn,
  propose,
  requestFor,
  start,
  takeBack,
  utc,
  wall,
  warsaw,
} from './scene.ts';

/** When this is reminded of, as text; null if it is not. */
const at = (booking: Booking, kind: ReminderKind): string | null => {
  const found = remindersOf(booking).find((one) => one.kind === kind);
  return found ? toText(found.at) : null;
};

/** Asked at this wall time in Warsaw for a start so many hours later. */
const askedAt = (time: string, ahead: number): Booking => {
  const now = wall(time, warsaw);
  return play([now, ines, requestFor(hours(now, ahead))]).booking;
};

test('D7: asked at 10:00, reminded halfway at 16:00 and two hours before the end at 20:00', () => {
  const booking = askedAt('2026-06-01T10:00', 200);
  expect(at(booking, 'answer-halfway')).toBe(toText(wall('2026-06-01T16:00', warsaw)));
  expect(at(booking, 'answer-soon')).toBe(toText(wall('2026-06-01T20:00', warsaw)));
});

test('D7: what counts is counted time: asked at 21:00, reminded at 11:00 and 15:00', () => {
  const booking = askedAt('2026-06-01T21:00', 200);
  expect(at(booking, 'answer-halfway')).toBe(toText(wall('2026-06-02T11:00', warsaw)));
  expect(at(booking, 'answer-soon')).toBe(toText(wall('2026-06-02T15:00', warsaw)));
});

test('D7: with less than two counted hours, the second would fall before the request', () => {
  const booking = askedAt('2026-06-01T10:00', 1.5);
  expect(at(booking, 'answer-soon')).toBeNull();
  expect(at(booking, 'answer-halfway')).toBe(toText(wall('2026-06-01T10:45', warsaw)));
  // With exactly two it falls on the request, not before it.
  const two = askedAt('2026-06-01T10:00', 2);
  expect(at(two, 'answer-soon')).toBe(toText(wall('2026-06-01T10:00', warsaw)));
});

test('D7: two within 30 minutes of each other are one', () => {
  expect(remindersOf(askedAt('2026-06-01T10:00', 5))).toHaveLength(1);
  expect(remindersOf(askedAt('2026-06-01T10:00', 5.1))).toHaveLength(2);
  expect(remindersOf(askedAt('2026-06-01T10:00', 3))).toHaveLength(1);
  expect(remindersOf(askedAt('2026-06-01T10:00', 2.9))).toHaveLength(2);
});

test('D7: nothing is reminded of where no time counts before the start', () => {
  expect(remindersOf(askedAt('2026-06-01T23:00', 6))).toEqual([]);
});

test('D7: the responder is reminded, whichever side it is', () => {
  expect(remindersOf(pending()).map((one) => one.sides)).toEqual([['mentor'], ['mentor']]);
  const proposed = playOn(pending(), [hours(asked, 1), marek, propose(1, hours(start, 2))]);
  expect(remindersOf(proposed.booking).map((one) => one.sides)).toEqual([['mentee'], ['mentee']]);
});

test('D7 R3: an offer that stands again is reminded of by what its clock has counted', () => {
  const again = playOn(
    pending(),
    [hours(asked, 3), marek, propose(1, hours(start, 2))],
    [hours(asked, 5), marek, takeBack(2)],
  ).booking;
  // Asked at 09:00 in Warsaw; two hours stood still, so 12 counted hours end next day at 07:00.
  expect(at(again, 'answer-halfway')).toBe(toText(wall('2026-06-01T17:00', warsaw)));
  expect(at(again, 'answer-soon')).toBe(toText(wall('2026-06-01T21:00', warsaw)));
});

test('N2: of an agreed session both are reminded 24 hours and 1 hour before, and when the room opens', () => {
  const booking = accepted();
  const near = remindersOf(booking).filter(({ sides }) => sides.length === 2);
  expect(near.map(({ kind }) => kind)).toEqual(['day-before', 'hour-before', 'room-opens']);
  expect(at(booking, 'day-before')).toBe(toText(hours(start, -24)));
  expect(at(booking, 'hour-before')).toBe(toText(hours(start, -1)));
  expect(at(booking, 'room-opens')).toBe(toText(minutes(start, -30)));
});

test('N2 W1: no room opens where people meet in person', () => {
  const request = requestFor(start, { location: { kind: 'in-person', place: 'Library' } });
  const { booking } = play([asked, ines, request], [hours(asked, 1), marek, accept(1)]);
  expect(remindersOf(booking).map(({ kind }) => kind)).toEqual([
    'day-before',
    'hour-before',
    'unmarked',
    'still-unmarked',
  ]);
});

test('N2: a reminder has its time: not before it, and not once another says more', () => {
  const booking = accepted();
  const told = (kind: ReminderKind, now: Parameters<typeof reminderNow>[2]) =>
    reminderNow(booking, kind, now) !== null;
  const day = hours(start, -24);
  const hour = hours(start, -1);
  expect(told('day-before', justBefore(day))).toBe(false);
  expect(told('day-before', day)).toBe(true);
  expect(told('day-before', justBefore(hour))).toBe(true);
  expect(told('day-before', hour)).toBe(false);
  expect(told('hour-before', justBefore(start))).toBe(true);
  expect(told('hour-before', start)).toBe(false);
  expect(told('room-opens', justBefore(hours(start, 1)))).toBe(true);
  expect(told('room-opens', hours(start, 1))).toBe(false);
});

test('N2: what is not live is not reminded of', () => {
  const now = hours(asked, 2);
  const cancelled = playOn(accepted(), [now, ines, { type: 'cancel', reason: null }]).booking;
  const declined = playOn(pending(), [now, marek, { type: 'decline', reason: null }]).booking;
  for (const booking of [cancelled, declined]) expect(remindersOf(booking)).toEqual([]);
  expect(reminderNow(cancelled, 'hour-before', hours(start, -0.5))).toBeNull();
});

test('N2 R2: a session that moved is reminded of at its new time, and its proposal no more', () => {
  const later = utc('2026-06-05T16:00');
  const moved = playOn(
    accepted(),
    [hours(asked, 2), marek, propose(1, later)],
    [hours(asked, 3), ines, accept(2)],
  ).booking;
  expect(at(moved, 'hour-before')).toBe(toText(hours(later, -1)));
  expect(at(moved, 'answer-soon')).toBeNull();
});

test('N2: what is left to be told lies ahead, or is due just as it was planned', () => {
  const booking = accepted();
  const hour = hours(start, -1);
  const left = (now: Instant, planned: [ReminderKind, Instant][]) => [
    ...remindersLeft(booking, new Map(planned), now).keys(),
  ];
  const ahead: ReminderKind[] = ['room-opens', 'unmarked', 'still-unmarked'];
  expect(left(justBefore(hour), [])).toEqual(['hour-before', ...ahead]);
  expect(left(hour, [])).toEqual(ahead);
  expect(left(hour, [['hour-before', hour]])).toEqual(['hour-before', ...ahead]);
  // It was planned of another start, and this one's has been told or never was.
  expect(left(hour, [['hour-before', justBefore(hour)]])).toEqual(ahead);
  expect(left(hour, [['day-before', hour]])).toEqual(ahead);
  expect(remindersLeft(booking, new Map(), hour).get('room-opens')).toEqual(minutes(start, -30));
});

test('F5: what nobody marked is said to the mentor 30 minutes and 24 hours after its end', () => {
  const booking = accepted();
  const end = hours(start, 1);
  const nudges = remindersOf(booking).filter(({ kind }) => kind.endsWith('unmarked'));
  expect(nudges.map(({ kind, sides }) => [kind, sides])).toEqual([
    ['unmarked', ['mentor']],
    ['still-unmarked', ['mentor']],
  ]);
  expect(at(booking, 'unmarked')).toBe(toText(minutes(end, 30)));
  expect(at(booking, 'still-unmarked')).toBe(toText(hours(end, 24)));
});

test('F5 N2: it is not said of what is marked, nor half an hour late once a day has passed', () => {
  const booking = accepted();
  const end = hours(start, 1);
  const told = (one: Booking, kind: ReminderKind, now: Parameters<typeof reminderNow>[2]) =>
    reminderNow(one, kind, now) !== null;
  expect(told(booking, 'unmarked', minutes(end, 30))).toBe(true);
  expect(told(booking, 'unmarked', justBefore(hours(end, 24)))).toBe(true);
  expect(told(booking, 'unmarked', hours(end, 24))).toBe(false);
  expect(told(booking, 'still-unmarked', hours(end, 24))).toBe(true);
  expect(told(booking, 'still-unmarked', hours(end, 7 * 24))).toBe(false);
  const done = playOn(booking, [end, marek, { type: 'complete', minutes: 60 }]).booking;
  expect(told(done, 'unmarked', minutes(end, 30))).toBe(false);
  expect(remindersOf(done)).toEqual([]);
});
