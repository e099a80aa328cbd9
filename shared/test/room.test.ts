import { describe, expect, test } from 'vitest';
import {
  defaultRoomMargins,
  roomPhase,
  roomState,
  roomWindow,
  toJson,
  toText,
  windowOf,
  type BookingCommand,
} from '../src/index.ts';
import {
  accepted,
  asked,
  facts,
  hours,
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
  termsAt,
  typed,
} from './scene.ts';

const opensAt = minutes(start, -30);
const closesAt = minutes(start, 90);
const soon = hours(asked, 2);

describe('W1: the room’s window', () => {
  test('W1: from 30 minutes before the start until 30 minutes after the end', () => {
    expect(defaultRoomMargins).toEqual({ before: 30, after: 30 });
    const window = roomWindow({ ...termsAt(start), margins: defaultRoomMargins });
    expect(toJson(window)).toEqual(toJson({ opensAt, closesAt }));
    expect(toJson(windowOf(accepted()))).toEqual(toJson({ opensAt, closesAt }));
  });

  test('W1: opensAt <= now < closesAt', () => {
    const phaseAt = (now: typeof start) => roomPhase({ opensAt, closesAt, now });
    expect(phaseAt(justBefore(opensAt))).toBe('before');
    expect(phaseAt(opensAt)).toBe('open');
    expect(phaseAt(justBefore(closesAt))).toBe('open');
    expect(phaseAt(closesAt)).toBe('after');
  });

  test('W1: the margins are the booking’s own, from the request on; a new time keeps them', () => {
    const given = facts({ settings: { margins: { before: 10, after: 5 } } });
    const later = hours(start, 24);
    const booking = play(
      [asked, ines, requestFor(start), given],
      [soon, marek, { type: 'accept', version: 1 }],
      [soon, marek, { type: 'propose', version: 1, start: typed(later) }],
      [soon, ines, { type: 'accept', version: 2 }],
    ).booking;
    const window = { opensAt: minutes(later, -10), closesAt: minutes(later, 65) };
    expect(toJson(windowOf(booking))).toEqual(toJson(window));
  });

  test('W1: every booking has these instants, whatever its location or state', () => {
    const location = { kind: 'in-person', place: 'Library' } as const;
    const { booking } = play([asked, ines, requestFor(start, { location })]);
    expect(toJson(windowOf(booking))).toEqual(toJson({ opensAt, closesAt }));
  });
});

describe('W2: what the room’s page shows', () => {
  test('W1 W2: before, open and after for accepted, completed and no-show', () => {
    const complete: BookingCommand = { type: 'complete', minutes: 5 };
    const completed = playOn(accepted(), [start, marek, complete]).booking;
    const missed = playOn(accepted(), [hours(start, 0.5), ines, { type: 'no-show' }]).booking;
    for (const booking of [accepted(), completed, missed]) {
      expect(roomState(booking, justBefore(opensAt))).toBe('before');
      expect(roomState(booking, opensAt)).toBe('open');
      expect(roomState(booking, justBefore(closesAt))).toBe('open');
      expect(roomState(booking, closesAt)).toBe('after');
    }
  });

  test('W2: any other state opens no room', () => {
    expect(roomState(pending(), opensAt)).toBe('state');
    const cancel: BookingCommand = { type: 'cancel', reason: null };
    expect(roomState(playOn(accepted(), [soon, ines, cancel]).booking, start)).toBe('state');
  });

  test('W2 B9: nor does a session elsewhere', () => {
    const location = { kind: 'in-person', place: 'Library' } as const;
    const booking = play(
      [asked, ines, requestFor(start, { location })],
      [soon, marek, { type: 'accept', version: 1 }],
    ).booking;
    expect(roomState(booking, start)).toBe('state');
  });
});

describe('W3: the extension', () => {
  const extend: BookingCommand = { type: 'extend-room' };
  const allowed = facts({ settings: { roomExtension: true } });
  const late = justBefore(closesAt);

  test('W3: the mentor extends once, by 15 minutes, where the program allows it', () => {
    expect(outcome(accepted(), late, marek, extend)).toBe('no-extension');
    const { booking } = playOn(accepted(), [late, marek, extend, allowed]);
    expect(booking.extension).toBe(15);
    expect(toText(windowOf(booking).closesAt)).toBe(toText(minutes(closesAt, 15)));
    expect(roomState(booking, closesAt)).toBe('open');
    expect(outcome(booking, closesAt, marek, extend, allowed)).toBe('no-extension');
    expect(outcome(accepted(), late, ines, extend, allowed)).toBe('not-your-part');
  });

  test('W3: only while the room is open', () => {
    expect(outcome(accepted(), justBefore(opensAt), marek, extend, allowed)).toBe('too-early');
    expect(outcome(accepted(), opensAt, marek, extend, allowed)).toBe('ok');
    expect(outcome(accepted(), closesAt, marek, extend, allowed)).toBe('too-late');
    expect(outcome(pending(), soon, marek, extend, allowed)).toBe('wrong-state');
  });

  test('W3: not past the start of the next accepted booking of either side', () => {
    const next = (count: number) =>
      facts({ settings: { roomExtension: true }, nextStartsAt: minutes(closesAt, count) });
    expect(outcome(accepted(), late, marek, extend, next(14))).toBe('no-extension');
    expect(outcome(accepted(), late, marek, extend, next(15))).toBe('ok');
  });

  test('W3 W4: completing early closes nothing, and the mentor may still extend', () => {
    const complete: BookingCommand = { type: 'complete', minutes: 30 };
    const completed = playOn(accepted(), [hours(start, 0.5), marek, complete]).booking;
    expect(roomState(completed, late)).toBe('open');
    const { booking } = playOn(completed, [late, marek, extend, allowed]);
    expect(booking).toMatchObject({ state: 'completed', extension: 15, actualMinutes: 30 });
  });

  test('W3 W4: an accepted new time has a window of its own, not extended', () => {
    const early = minutes(start, -20);
    const later = hours(start, 24);
    const extended = playOn(accepted(), [early, marek, extend, allowed]).booking;
    const moved = playOn(
      extended,
      [early, marek, { type: 'propose', version: 1, start: typed(later) }],
      [early, ines, { type: 'accept', version: 2 }],
    ).booking;
    expect(moved.extension).toBe(0);
    expect(toText(windowOf(moved).opensAt)).toBe(toText(minutes(later, -30)));
    expect(toText(windowOf(moved).closesAt)).toBe(toText(minutes(later, 90)));
    expect(roomState(moved, start)).toBe('before');
  });

  test('W3 W4: another length has a window of its own, another place keeps the extended one', () => {
    const early = minutes(start, -20);
    const extended = playOn(accepted(), [early, marek, extend, allowed]).booking;
    const after = (change: Partial<Extract<BookingCommand, { type: 'propose' }>>) =>
      playOn(
        extended,
        [early, marek, { type: 'propose', version: 1, ...change }],
        [early, ines, { type: 'accept', version: 2 }],
      ).booking;
    expect(after({ minutes: 90 }).extension).toBe(0);
    expect(after({ location: { kind: 'in-person', place: 'Library' } }).extension).toBe(15);
  });

  test('W4: cancelling closes the room at once', () => {
    const cancel: BookingCommand = { type: 'cancel', reason: null };
    expect(roomState(accepted(), start)).toBe('open');
    expect(roomState(playOn(accepted(), [start, ines, cancel]).booking, start)).toBe('state');
  });
});
