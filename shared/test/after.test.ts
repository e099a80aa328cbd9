import { describe, expect, test } from 'vitest';
import {
  actualMinutesRange,
  decide,
  sideOf,
  toJson,
  toText,
  undoableUntil,
  windowOf,
  type BookingCommand,
} from '../src/index.ts';
import {
  accepted,
  asked,
  facts,
  hours,
  inState,
  ines,
  justBefore,
  marek,
  minutes,
  outcome,
  pending,
  playOn,
  start,
} from './scene.ts';

const complete = (count: number): BookingCommand => ({ type: 'complete', minutes: count });
const noShow: BookingCommand = { type: 'no-show' };
const undo: BookingCommand = { type: 'undo' };

describe('F1: completing', () => {
  test('F1: by the mentor, from the start on', () => {
    expect(outcome(accepted(), justBefore(start), marek, complete(60))).toBe('too-early');
    expect(outcome(accepted(), start, marek, complete(60))).toBe('ok');
    expect(outcome(accepted(), hours(start, 24 * 30), marek, complete(60))).toBe('ok');
    expect(outcome(accepted(), start, ines, complete(60))).toBe('not-your-part');
    expect(outcome(pending(), hours(asked, 1), marek, complete(60))).toBe('wrong-state');
  });

  test('F1: booked and actual are kept apart; the schedule is not rewritten', () => {
    const now = hours(start, 1);
    const done = inState(playOn(accepted(), [now, marek, complete(75)]).booking, 'completed');
    expect(done).toMatchObject({ actualMinutes: 75, markedBySide: 'mentor' });
    expect(toJson(done.terms)).toEqual(toJson(accepted().terms));
    expect(toText(done.markedAt)).toBe(toText(now));
  });

  test.each([5, 55, 60, 65, 120])('F1: %i minutes of an hour booked are possible', (count) => {
    expect(outcome(accepted(), start, marek, complete(count))).toBe('ok');
  });

  test.each([0, -5, 4, 7, 61, 62.5, 121, 125, NaN])('F1: %d minutes are not', (count) => {
    const given = { now: start, actor: marek, facts: facts() };
    const refusal = { ok: false, code: 'actual-minutes', from: 5, to: 120 };
    expect(decide(accepted(), complete(count), given)).toEqual(refusal);
    expect(actualMinutesRange(accepted())).toEqual({ from: 5, to: 120, step: 5 });
  });

  test('F1: undone by whoever marked it, until the room closes', () => {
    const done = playOn(accepted(), [hours(start, 1), marek, complete(60)]).booking;
    const { closesAt } = windowOf(done);
    expect(undoableUntil(done)?.toString()).toBe(closesAt.toString());
    expect(outcome(done, justBefore(closesAt), ines, undo)).toBe('not-your-part');
    expect(outcome(done, closesAt, marek, undo)).toBe('too-late');
    const { booking } = playOn(done, [justBefore(closesAt), marek, undo]);
    expect(toJson({ ...booking, revision: 0 })).toEqual(toJson({ ...accepted(), revision: 0 }));
  });

  test('F1: or until 15 minutes after marking, if that is later', () => {
    const late = hours(start, 48);
    const done = playOn(accepted(), [late, marek, complete(60)]).booking;
    expect(undoableUntil(done)?.toString()).toBe(minutes(late, 15).toString());
    expect(outcome(done, justBefore(minutes(late, 15)), marek, undo)).toBe('ok');
    expect(outcome(done, minutes(late, 15), marek, undo)).toBe('too-late');
    expect(undoableUntil(accepted())).toBeNull();
  });

  test('F1 P4: not once a membership has ended, which would have cancelled it', () => {
    const done = playOn(accepted(), [start, marek, complete(60)]).booking;
    for (const given of [facts({ mentor: { role: null } }), facts({ mentee: { role: null } })]) {
      expect(outcome(done, start, marek, undo, given)).toBe('not-your-part');
      expect(outcome(accepted(), start, marek, undo, given)).toBe('wrong-state');
    }
  });

  test('F1 B3: a completed booking changes by undoing alone', () => {
    const done = playOn(accepted(), [hours(start, 0.5), marek, complete(30)]).booking;
    const now = hours(start, 0.6);
    expect(outcome(done, now, marek, complete(60))).toBe('wrong-state');
    expect(outcome(done, now, ines, noShow)).toBe('wrong-state');
    expect(outcome(done, now, ines, { type: 'cancel', reason: null })).toBe('wrong-state');
    expect(outcome(accepted(), now, marek, undo)).toBe('wrong-state');
  });

  test('F1: an open proposal ends with the completion', () => {
    const open = playOn(accepted(), [
      hours(asked, 2),
      ines,
      { type: 'propose', version: 1, minutes: 90 },
    ]).booking;
    const done = playOn(open, [start, marek, complete(60)]).booking;
    const { booking } = playOn(done, [start, marek, undo]);
    expect(inState(booking, 'accepted').proposal).toBeNull();
  });
});

describe('F3: not having come', () => {
  const grace = minutes(start, 10);

  test('F3: either side marks the other, from 10 minutes after the start', () => {
    for (const [actor, of] of [
      [marek, 'mentee'],
      [ines, 'mentor'],
    ] as const) {
      expect(outcome(accepted(), justBefore(grace), actor, noShow)).toBe('too-early');
      const missed = inState(playOn(accepted(), [grace, actor, noShow]).booking, 'no-show');
      expect(missed.of).toBe(of);
      expect(missed.markedBySide).toBe(of === 'mentor' ? 'mentee' : 'mentor');
    }
  });

  test('F3: undone as in F1, by whoever marked it', () => {
    const missed = playOn(accepted(), [grace, ines, noShow]).booking;
    const { closesAt } = windowOf(missed);
    expect(outcome(missed, grace, marek, undo)).toBe('not-your-part');
    expect(outcome(missed, closesAt, ines, undo)).toBe('too-late');
    const { booking } = playOn(missed, [justBefore(closesAt), ines, undo]);
    expect(toJson({ ...booking, revision: 0 })).toEqual(toJson({ ...accepted(), revision: 0 }));
  });

  test('F3: after undoing, the mentor may complete', () => {
    const missed = playOn(accepted(), [grace, marek, noShow], [grace, marek, undo]).booking;
    expect(playOn(missed, [grace, marek, complete(50)]).booking.state).toBe('completed');
  });
});

test('B5: whose side a person is on', () => {
  expect(sideOf(pending(), 'marek')).toBe('mentor');
  expect(sideOf(pending(), 'ines')).toBe('mentee');
  expect(sideOf(pending(), 'otto')).toBeNull();
});
