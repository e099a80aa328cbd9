import { describe, expect, test } from 'vitest';
import {
  decide,
  liveOffer,
  toJson,
  toText,
  type BookingCommand,
  type Location,
} from '../src/index.ts';
import {
  accept,
  accepted,
  asked,
  deadlineOf,
  facts,
  hours,
  inState,
  ines,
  marek,
  minutes,
  outcome,
  pending,
  play,
  playOn,
  propose,
  refuse,
  requestFor,
  start,
  system,
  takeBack,
  termsAt,
  warsaw,
} from './scene.ts';

const soon = hours(asked, 2);
const later = hours(start, 24);
const library = { kind: 'in-person', place: 'Library' } as const;

/** The mentor has proposed a day later, two hours after the request. */
const proposed = () => playOn(pending(), [soon, marek, propose(1, later)]).booking;

describe('R1: one live proposal, each with a higher version', () => {
  test('R1: a mentee cannot propose on their own request', () => {
    expect(outcome(pending(), soon, ines, propose(1, later))).toBe('not-your-turn');
  });

  test('R1: a stale version is refused with the new one', () => {
    const replaced = playOn(proposed(), [
      hours(soon, 1),
      marek,
      propose(2, hours(later, 1)),
    ]).booking;
    const offer = liveOffer(replaced);
    for (const command of [accept(2), refuse(2), propose(2, hours(later, 3))]) {
      const now = hours(soon, 2);
      const decision = decide(replaced, command, { now, actor: ines, facts: facts() });
      expect(decision).toMatchObject({ ok: false, code: 'stale-offer' });
      expect(toJson(decision)).toMatchObject({ offer: toJson(offer) });
    }
    const back = { now: hours(soon, 2), actor: marek, facts: facts() };
    expect(toJson(decide(replaced, takeBack(2), back))).toEqual({
      ok: false,
      code: 'stale-offer',
      offer: toJson(offer),
    });
  });

  test('R1: a first proposal on an accepted booking is never an unseen counter', () => {
    const now = hours(asked, 3);
    const theirs = playOn(accepted(), [now, marek, propose(1, later)]).booking;
    expect(outcome(theirs, now, ines, propose(1, hours(later, 2)))).toBe('stale-offer');
    expect(outcome(theirs, now, ines, propose(2, hours(later, 2)))).toBe('ok');
  });

  test('R1: an answer to a proposal that is gone is stale', () => {
    const now = hours(asked, 3);
    const gone = playOn(
      accepted(),
      [now, marek, propose(1, later)],
      [now, marek, takeBack(2)],
    ).booking;
    const decision = decide(gone, accept(2), { now, actor: ines, facts: facts() });
    expect(decision).toEqual({ ok: false, code: 'stale-offer', offer: null });
    expect(outcome(gone, now, ines, propose(2, later))).toBe('ok');
  });

  test('R1: what a proposal does not name stays as it is on the table', () => {
    const now = hours(asked, 3);
    const moved = playOn(accepted(), [now, marek, propose(1, later)]).booking;
    const elsewhere: BookingCommand = { type: 'propose', version: 2, location: library };
    const both = playOn(moved, [now, ines, elsewhere]).booking;
    expect(toJson(liveOffer(both)?.terms)).toEqual(
      toJson({ ...termsAt(later), location: library }),
    );
    const longer: BookingCommand = { type: 'propose', version: 3, minutes: 90 };
    const third = playOn(both, [now, marek, longer]).booking;
    const terms = liveOffer(third)?.terms;
    expect(terms && toText(terms.endsAt)).toBe(toText(minutes(later, 90)));
    expect(terms && toText(terms.startsAt)).toBe(toText(later));
  });

  test('R1: a proposal that changes nothing is none', () => {
    expect(outcome(pending(), soon, marek, { type: 'propose', version: 1 })).toBe('no-change');
    expect(outcome(pending(), soon, marek, propose(1, start))).toBe('no-change');
    const theirs = playOn(accepted(), [soon, marek, propose(1, later)]).booking;
    expect(outcome(theirs, soon, ines, propose(2, later))).toBe('no-change');
    expect(outcome(theirs, soon, ines, propose(2, start))).toBe('no-change');
    const online: BookingCommand = { type: 'propose', version: 1, location: { kind: 'online' } };
    expect(outcome(accepted(), soon, ines, online)).toBe('no-change');
  });

  test('R1 R3: on a request the time first asked for may be proposed again', () => {
    expect(outcome(proposed(), soon, ines, propose(2, start))).toBe('ok');
    expect(outcome(proposed(), soon, marek, propose(2, start))).toBe('ok');
  });

  test('R1: another kind of location, or another name, is a change', () => {
    const named = (name: string) => ({ kind: 'other', name, place: 'Library' }) as const;
    const given = facts({ settings: { otherLocations: ['Walk', 'Telephone'] } });
    const at = (version: number, location: Location): BookingCommand => ({
      type: 'propose',
      version,
      location,
    });
    const walking = playOn(accepted(), [soon, marek, at(1, named('Walk')), given]).booking;
    expect(outcome(walking, soon, marek, at(2, named('Walk')), given)).toBe('no-change');
    expect(outcome(walking, soon, marek, at(2, named('Telephone')), given)).toBe('ok');
    const inLibrary = playOn(accepted(), [
      soon,
      marek,
      at(1, named('')),
      facts({ settings: { otherLocations: [''] } }),
    ]).booking;
    expect(outcome(inLibrary, soon, marek, at(2, library), given)).toBe('ok');
  });

  test('R1: either side on an accepted booking; the author replaces or withdraws', () => {
    for (const [author, other] of [
      [marek, ines],
      [ines, marek],
    ] as const) {
      const open = playOn(accepted(), [soon, author, propose(1, later)]).booking;
      expect(outcome(open, soon, author, propose(2, hours(later, 1)))).toBe('ok');
      expect(outcome(open, soon, author, takeBack(2))).toBe('ok');
      expect(outcome(open, soon, author, accept(2))).toBe('not-your-turn');
      expect(outcome(open, soon, other, takeBack(2))).toBe('not-your-part');
      expect(outcome(open, soon, other, accept(2))).toBe('ok');
    }
  });

  test('B2 B6 B8: a proposal is measured like a request', () => {
    const ask = (command: BookingCommand, given = facts()) =>
      outcome(accepted(), soon, marek, command, given);
    expect(ask(propose(1, hours(soon, -1)))).toBe('in-the-past');
    expect(ask(propose(1, later), facts({ settings: { bookingHorizon: 2 } }))).toBe('horizon');
    expect(ask(propose(1, later), facts({ settings: { minimumNotice: 60 * 24 * 5 } }))).toBe(
      'notice',
    );
    expect(ask({ type: 'propose', version: 1, minutes: 50 })).toBe('duration');
    const pigeon = { kind: 'other', name: 'By carrier pigeon', place: '' } as const;
    expect(ask({ type: 'propose', version: 1, location: pigeon })).toBe('location');
    expect(ask(propose(1, later), facts({ mentee: { held: [termsAt(later)] } }))).toBe('busy');
    expect(ask(propose(1, later), facts({ mentor: { held: [termsAt(later)] } }))).toBe('busy');
    const gap = { date: '2026-10-25', time: '02:30', zone: warsaw };
    expect(ask({ type: 'propose', version: 1, start: gap })).toBe('time-fold');
  });

  test('B6: on a pending request a proposal counts with its proposed time', () => {
    const given = facts({ pendingBetween: [termsAt(later)] });
    expect(outcome(pending(), soon, marek, propose(1, later), given)).toBe('overlapping-request');
    expect(outcome(accepted(), soon, marek, propose(1, later), given)).toBe('ok');
  });
});

describe('R2: while a proposal is open on an accepted booking', () => {
  const open = () => playOn(accepted(), [soon, ines, propose(1, later)]).booking;

  test('R2: the original time stands', () => {
    expect(toJson(open().terms)).toEqual(toJson(termsAt(start)));
  });

  test('R2: refused, withdrawn or lapsed it leaves the booking as it was', () => {
    const due = deadlineOf(open());
    for (const { booking } of [
      playOn(open(), [soon, marek, refuse(2)]),
      playOn(open(), [soon, ines, takeBack(2)]),
      playOn(open(), [due, system, { type: 'expire' }]),
    ]) {
      expect(toJson({ ...booking, version: 0, revision: 0 })).toEqual(
        toJson({ ...accepted(), version: 0, revision: 0 }),
      );
      expect(booking.version).toBe(2);
    }
  });

  test('R2: only acceptance moves it, decided again for held times', () => {
    const taken = facts({ mentor: { held: [termsAt(minutes(later, 30))] } });
    expect(outcome(open(), soon, marek, accept(2), taken)).toBe('busy');
    const { booking, events } = playOn(open(), [soon, marek, accept(2)]);
    expect(toJson(booking.terms)).toEqual(toJson(termsAt(later)));
    expect(inState(booking, 'accepted').proposal).toBeNull();
    expect(events).toMatchObject([{ type: 'moved', bySide: 'mentor', roomId: 'room-1' }]);
  });

  test('R2 B9: the room is kept when only the time moves', () => {
    const other = facts({ fresh: { bookingId: 'x', roomId: 'another' } });
    expect(playOn(open(), [soon, marek, accept(2), other]).booking.roomId).toBe('room-1');
  });

  test('R4: it lapses at the earliest of the clock, the proposed and the old start', () => {
    const due = (now = soon, startsAt = later) =>
      toText(deadlineOf(playOn(accepted(), [now, ines, propose(1, startsAt)]).booking));
    // 11:00 in Warsaw and 12 hours, one of them the next morning.
    expect(due()).toBe('2026-06-02T05:00:00.000Z');
    expect(due(hours(start, -2))).toBe(toText(start));
    expect(due(hours(start, -4), hours(start, -1))).toBe(toText(hours(start, -1)));
  });
});

describe('B9: another location', () => {
  const another = facts({ fresh: { bookingId: 'x', roomId: 'room-2' } });
  const inLibrary: BookingCommand = { type: 'propose', version: 1, location: library };
  const moved = () =>
    playOn(accepted(), [soon, ines, inLibrary], [soon, marek, accept(2), another]).booking;

  test('B9: away from online revokes the room, once accepted', () => {
    const open = playOn(accepted(), [soon, ines, inLibrary]).booking;
    expect(open.roomId).toBe('room-1');
    expect(moved().roomId).toBeNull();
    expect(moved().terms.location).toEqual(library);
  });

  test('B9: back to it makes a new id', () => {
    const online: BookingCommand = { type: 'propose', version: 2, location: { kind: 'online' } };
    const { booking } = playOn(moved(), [soon, marek, online], [soon, ines, accept(3), another]);
    expect(booking.roomId).toBe('room-2');
  });

  test('B9: a request in person that is agreed online gets its room then', () => {
    const booking = play(
      [asked, ines, requestFor(start, { location: library })],
      [soon, marek, { type: 'propose', version: 1, location: { kind: 'online' } }],
      [soon, ines, accept(2), another],
    ).booking;
    expect(booking.roomId).toBe('room-2');
  });

  test('B9: a request online that is agreed in person has none', () => {
    const { booking } = playOn(pending(), [soon, marek, inLibrary], [soon, ines, accept(2)]);
    expect(booking.roomId).toBeNull();
  });
});
