import { expect, test } from 'vitest';
import { changeBy, standingTerms, type Booking, type BookingCommand } from '../src/index.ts';
import {
  accept,
  accepted,
  hours,
  ines,
  asked,
  marek,
  pending,
  playOn,
  propose,
  start,
  takeBack,
  termsAt,
  type Step,
} from './scene.ts';

const soon = hours(asked, 2);
const later = hours(asked, 3);
const latest = hours(asked, 4);
const location = { kind: 'in-person', place: 'Library' } as const;
const nothing = { start: false, minutes: null, location: null };

/** What the last of these steps changes. */
function changeOf(before: Booking, ...steps: Step[]) {
  const last = steps.pop();
  if (!last) throw new Error('no step');
  const reached = steps.length === 0 ? before : playOn(before, ...steps).booking;
  const [event] = playOn(reached, last).events;
  return event && changeBy(reached, event);
}

const place = (version: number): BookingCommand => ({ type: 'propose', version, location });
const longer = (version: number): BookingCommand => ({ type: 'propose', version, minutes: 90 });

test('R1 R2: on an agreed session a proposal is told by what is agreed, however often replaced', () => {
  const toPlace: Step = [soon, ines, place(1)];
  expect(changeOf(accepted(), toPlace)).toEqual({ ...nothing, location });
  const toLonger: Step = [later, ines, longer(2)];
  expect(changeOf(accepted(), toPlace, toLonger)).toEqual({ ...nothing, minutes: 90, location });
  const agreed: Step = [latest, marek, accept(3)];
  expect(changeOf(accepted(), toPlace, toLonger, agreed)).toEqual({
    start: false,
    minutes: 90,
    location,
  });
});

test('R1: another time is told as that alone', () => {
  expect(changeOf(accepted(), [soon, marek, propose(1, hours(start, 2))])).toEqual({
    ...nothing,
    start: true,
  });
});

test('R3: a pending request is told by what was asked, a counter by what it answers', () => {
  const toPlace: Step = [soon, marek, place(1)];
  expect(changeOf(pending(), toPlace)).toEqual({ ...nothing, location });
  expect(changeOf(pending(), toPlace, [later, ines, accept(2)])).toEqual({ ...nothing, location });
  const counter: Step = [later, ines, propose(2, hours(start, 1))];
  expect(changeOf(pending(), toPlace, counter)).toEqual({ ...nothing, start: true });
  const agreed: Step = [latest, marek, accept(3)];
  expect(changeOf(pending(), toPlace, counter, agreed)).toEqual({ ...nothing, start: true });
});

test('R3: what is accepted as it was asked changes nothing', () => {
  expect(changeOf(pending(), [soon, marek, accept(1)])).toBe(null);
});

test('R2 R3: the offer on the table stands beside what it would take the place of', () => {
  expect(standingTerms(pending())).toBe(null);
  expect(standingTerms(accepted())).toBe(null);
  const proposed = playOn(pending(), [soon, marek, place(1)]).booking;
  expect(standingTerms(proposed)).toEqual(termsAt(start));
  const countered = playOn(proposed, [later, ines, propose(2, hours(start, 1))]).booking;
  expect(standingTerms(countered)).toEqual({ ...termsAt(start), location });
  expect(standingTerms(playOn(accepted(), [soon, marek, place(1)]).booking)).toEqual(
    termsAt(start),
  );
});

test('R3: an offer that stands again has nothing beside it', () => {
  const proposed = playOn(pending(), [soon, marek, place(1)]).booking;
  expect(standingTerms(playOn(proposed, [later, marek, takeBack(2)]).booking)).toBe(null);
});
