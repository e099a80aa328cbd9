import { describe, expect, test } from 'vitest';
import {
  heldInterval,
  liveOffer,
  pendingInterval,
  shelfOf,
  toJson,
  toText,
  windowOf,
} from '../src/index.ts';
import {
  accepted,
  asked,
  hours,
  inState,
  ines,
  justBefore,
  marek,
  minutes,
  outcome,
  pending,
  play,
  playOn,
  requestFor,
  start,
  system,
  typed,
} from './scene.ts';

const soon = hours(asked, 1);

describe('B6: what a booking holds', () => {
  test('B6: accepted, completed and no-show hold the session’s own time, without margins', () => {
    const hour = { startsAt: toText(start), endsAt: toText(hours(start, 1)) };
    const later = hours(start, 1);
    const completed = playOn(accepted(), [later, marek, { type: 'complete', minutes: 30 }]).booking;
    const missed = playOn(accepted(), [later, ines, { type: 'no-show' }]).booking;
    for (const booking of [accepted(), completed, missed]) {
      expect(toJson(heldInterval(booking))).toEqual(hour);
      expect(pendingInterval(booking)).toBeNull();
    }
    expect(heldInterval(pending())).toBeNull();
    expect(toJson(pendingInterval(pending()))).toEqual(hour);
  });
});

describe('B3: the shelves of Sessions', () => {
  test('B3 W1: pending, then upcoming until the room closes, then past', () => {
    expect(shelfOf(pending(), start)).toBe('pending');
    const { closesAt } = windowOf(accepted());
    expect(shelfOf(accepted(), justBefore(closesAt))).toBe('upcoming');
    expect(shelfOf(accepted(), closesAt)).toBe('past');
    const completed = playOn(accepted(), [start, marek, { type: 'complete', minutes: 5 }]).booking;
    expect(shelfOf(completed, start)).toBe('past');
    const late = minutes(start, 10);
    const missed = playOn(accepted(), [late, ines, { type: 'no-show' }]).booking;
    expect(shelfOf(missed, late)).toBe('past');
  });

  test('L1 R1: what ended without a session is cancelled, and nothing is on the table', () => {
    const declined = playOn(pending(), [soon, marek, { type: 'decline', reason: null }]).booking;
    const withdrawn = playOn(pending(), [soon, ines, { type: 'withdraw' }]).booking;
    for (const booking of [declined, withdrawn]) {
      expect(shelfOf(booking, start)).toBe('cancelled');
      expect([liveOffer(booking), heldInterval(booking), pendingInterval(booking)]).toEqual([
        null,
        null,
        null,
      ]);
    }
  });
});

describe('P4: the end of a membership', () => {
  const end = { type: 'end-membership' } as const;

  test('P4: cancels what is pending', () => {
    const { booking } = playOn(pending(), [soon, system, end]);
    expect(inState(booking, 'cancelled')).toMatchObject({ bySide: 'membership', from: 'pending' });
  });

  test('P4: cancels what is accepted and not yet over', () => {
    const during = justBefore(hours(start, 1));
    const { booking } = playOn(accepted(), [during, system, end]);
    expect(inState(booking, 'cancelled')).toMatchObject({ bySide: 'membership', from: 'accepted' });
    expect(outcome(accepted(), hours(start, 1), system, end)).toBe('too-late');
  });

  test('P4: cancels a request of which only the first hour has passed', () => {
    const near = hours(asked, 2);
    const later = { type: 'propose', version: 1, start: typed(hours(asked, 30)) } as const;
    const proposed = play([asked, ines, requestFor(near)], [soon, marek, later]).booking;
    expect(outcome(proposed, hours(near, 3), system, end)).toBe('ok');
  });

  test('P4: leaves what is completed', () => {
    const done = playOn(accepted(), [start, marek, { type: 'complete', minutes: 5 }]).booking;
    expect(outcome(done, start, system, end)).toBe('wrong-state');
  });
});
