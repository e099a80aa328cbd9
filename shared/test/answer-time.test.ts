import { expect, test } from 'vitest';
import { answerTime, usualAnswerTime, type Booking, type BookingCommand } from '../src/index.ts';
import {
  accept,
  asked,
  hours,
  ines,
  marek,
  pending,
  playOn,
  propose,
  refuse,
  requestFor,
  start,
  system,
} from './scene.ts';

const hour = 3_600_000;
const later = hours(start, 24);

/** The open hours of an answer so many hours after {@link asked}, which is 09:00 in Warsaw. */
function answered(before: Booking, after: number, actor: typeof ines, command: BookingCommand) {
  const { events } = playOn(before, [hours(asked, after), actor, command]);
  const counted = events.map((event) => answerTime(before, event));
  return counted.map((one) => (one === null ? null : one / hour))[0];
}

test('A7: accepting, declining and proposing are answers, counted in open time', () => {
  expect(answered(pending(), 3, marek, accept(1))).toBe(3);
  expect(answered(pending(), 2, marek, { type: 'decline', reason: null })).toBe(2);
  expect(answered(pending(), 1, marek, propose(1, later))).toBe(1);
});

test('A7 D3: the night does not count', () => {
  const evening = playOn(null, [hours(asked, 11), ines, requestFor(start)]).booking;
  expect(answered(evening, 23, marek, accept(1))).toBe(4);
});

test('A7: what the mentee, Confab or nobody does is no answer of the mentor’s', () => {
  expect(answered(pending(), 1, ines, { type: 'withdraw' })).toBe(null);
  const { respondBy } = (pending() as Extract<Booking, { state: 'pending' }>).offer;
  const late = (respondBy.epochMilliseconds - asked.epochMilliseconds) / hour;
  expect(answered(pending(), late, system, { type: 'expire' })).toBe(null);
  const proposed = playOn(pending(), [hours(asked, 1), marek, propose(1, later)]).booking;
  expect(answered(proposed, 2, ines, accept(2))).toBe(null);
  expect(answered(proposed, 2, ines, refuse(2))).toBe(null);
  const { events } = playOn(null, [asked, ines, requestFor(start)]);
  expect(events.map((event) => answerTime(null, event))).toEqual([null]);
});

test('A7: an answer to a counter counts from the counter', () => {
  const countered = playOn(
    pending(),
    [hours(asked, 2), marek, propose(1, later)],
    [hours(asked, 4), ines, propose(2, hours(later, 24))],
  ).booking;
  expect(answered(countered, 5, marek, accept(3))).toBe(1);
});

test('A7: the median, from three answers on', () => {
  expect(usualAnswerTime([])).toBe(null);
  expect(usualAnswerTime([hour, hour])).toBe(null);
  expect(usualAnswerTime([9 * hour, hour, 2 * hour])).toBe(2 * hour);
  expect(usualAnswerTime([9 * hour, hour, 4 * hour, 2 * hour])).toBe(3 * hour);
});
