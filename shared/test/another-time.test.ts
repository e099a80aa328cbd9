import { describe, expect, test } from 'vitest';
import {
  decide,
  dueAt,
  liveOffer,
  openTime,
  pendingInterval,
  toJson,
  toText,
  type Booking,
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
  lisbon,
  marek,
  minutes,
  outcome,
  pending,
  play,
  playOn,
  requestFor,
  start,
  system,
  termsAt,
  typed,
  utc,
  warsaw,
} from './scene.ts';

const soon = hours(asked, 2);
const later = hours(start, 24);
const library = { kind: 'in-person', place: 'Library' } as const;

const propose = (version: number, startsAt = later): BookingCommand => ({
  type: 'propose',
  version,
  start: typed(startsAt),
});
const accept = (version: number): BookingCommand => ({ type: 'accept', version });
const refuse = (version: number): BookingCommand => ({ type: 'refuse', version });
const takeBack = (version: number): BookingCommand => ({ type: 'withdraw-proposal', version });

/** The mentor has proposed a day later, two hours after the request. */
const proposed = () => playOn(pending(), [soon, marek, propose(1)]).booking;
const deadlineOf = (booking: Booking) => {
  const due = dueAt(booking);
  if (!due) throw new Error('Nothing is due.');
  return due;
};

describe('R3: the mentor’s proposal answers the request', () => {
  test('R1 R3: the booking awaits the mentee, whose own clock starts in their zone', () => {
    const booking = inState(proposed(), 'pending');
    expect(booking).toMatchObject({ awaiting: 'mentee', version: 2 });
    expect(booking.offer).toMatchObject({ version: 2, by: 'mentor', zone: lisbon });
    // 10:00 in Lisbon and 12 hours.
    expect(toText(booking.offer.respondBy)).toBe('2026-06-01T21:00:00.000Z');
    expect(toJson(booking.offer.terms)).toEqual(toJson(termsAt(later)));
    expect(toText(booking.terms.startsAt)).toBe(toText(start));
    expect(toText(pendingInterval(booking)?.startsAt ?? start)).toBe(toText(later));
  });

  test('R3: acceptance makes the booking accepted at the proposed time, in the same room', () => {
    const { booking, events } = playOn(proposed(), [hours(soon, 1), ines, accept(2)]);
    const made = inState(booking, 'accepted');
    expect(toJson(made.terms)).toEqual(toJson(termsAt(later)));
    expect(made.roomId).toBe('room-1');
    expect(events).toMatchObject([{ type: 'accepted', bySide: 'mentee' }]);
  });

  test('R3: refusal ends it, declined by the mentee', () => {
    const { booking } = playOn(proposed(), [hours(soon, 1), ines, refuse(2)]);
    expect(inState(booking, 'declined')).toMatchObject({ bySide: 'mentee', reason: null });
  });

  test('R3 R4: lapse expires it', () => {
    const due = deadlineOf(proposed());
    const { booking } = playOn(proposed(), [due, system, { type: 'expire' }]);
    expect(inState(booking, 'expired').awaited).toBe('mentee');
    expect(outcome(proposed(), due, ines, accept(2))).toBe('too-late');
    expect(outcome(proposed(), justBefore(due), ines, accept(2))).toBe('ok');
  });

  test('R3: meanwhile the mentor may decline, but not accept the old time', () => {
    const now = hours(soon, 1);
    expect(outcome(proposed(), now, marek, { type: 'decline', reason: null })).toBe('ok');
    expect(outcome(proposed(), now, marek, accept(1))).toBe('stale-offer');
    expect(outcome(proposed(), now, marek, accept(2))).toBe('not-your-turn');
  });

  test('R3: the mentee may withdraw the request', () => {
    const { booking } = playOn(proposed(), [hours(soon, 1), ines, { type: 'withdraw' }]);
    expect(booking.state).toBe('withdrawn');
  });
});

describe('R3: after the mentor’s withdrawal the mentee’s offer stands again', () => {
  test('R3: with what was left of its open time, counted on from now', () => {
    // Ten of twelve hours were left at 11:00; taken back at 15:00 in Warsaw: seven until 22:00.
    const now = hours(soon, 4);
    const { booking } = playOn(proposed(), [now, marek, takeBack(2)]);
    const again = inState(booking, 'pending');
    expect(again).toMatchObject({ awaiting: 'mentor', version: 2 });
    expect(again.offer).toMatchObject({ version: 1, by: 'mentee', zone: warsaw });
    expect(toText(again.offer.respondBy)).toBe('2026-06-02T07:00:00.000Z');
    expect(outcome(booking, hours(now, 1), marek, accept(1))).toBe('ok');
    expect(outcome(booking, hours(now, 1), marek, accept(2))).toBe('stale-offer');
  });

  test('R3: with the stored zone and clock, whatever they are now', () => {
    const moved = facts({
      mentor: { zone: 'Pacific/Auckland' },
      settings: { clock: { hours: 1, opens: '10:00', closes: '11:00', closedDays: [] } },
    });
    const { booking } = playOn(proposed(), [hours(soon, 4), marek, takeBack(2), moved]);
    expect(toText(deadlineOf(booking))).toBe('2026-06-02T07:00:00.000Z');
  });

  test('R3: a replacement does not touch what was left at the first answer', () => {
    const replaced = playOn(proposed(), [
      hours(soon, 3),
      marek,
      propose(2, hours(later, 1)),
    ]).booking;
    expect(inState(replaced, 'pending')).toMatchObject({ awaiting: 'mentee', version: 3 });
    const { booking } = playOn(replaced, [hours(soon, 4), marek, takeBack(3)]);
    expect(toText(deadlineOf(booking))).toBe('2026-06-02T07:00:00.000Z');
  });

  test('R3: answering again leaves what is left then: no time is won', () => {
    const back = playOn(proposed(), [hours(soon, 4), marek, takeBack(2)]).booking;
    // Four of the ten hours pass before the mentor proposes anew, and takes that back a day later.
    const anew = playOn(back, [hours(soon, 8), marek, propose(1)]).booking;
    expect(inState(anew, 'pending')).toMatchObject({ awaiting: 'mentee', version: 3 });
    const now = utc('2026-06-02T04:00');
    const again = playOn(anew, [now, marek, takeBack(3)]).booking;
    expect(toText(deadlineOf(again))).toBe('2026-06-02T10:00:00.000Z');
  });

  test('R3: what was left is counted before the start cut it short', () => {
    const near = hours(asked, 5);
    const booking = play(
      [asked, ines, requestFor(near)],
      [soon, marek, propose(1)],
      [hours(asked, 3), marek, takeBack(2)],
    ).booking;
    const { offer } = inState(booking, 'pending');
    expect(toText(offer.respondBy)).toBe(toText(near));
    const left = openTime({ ...offer, from: hours(asked, 3), to: offer.clockEndsAt });
    expect(left).toBe(10 * 3_600_000);
  });

  test('R3: once that start has passed it is too late, and declining remains', () => {
    const near = hours(asked, 3);
    const booking = play([asked, ines, requestFor(near)], [soon, marek, propose(1)]).booking;
    expect(outcome(booking, justBefore(near), marek, takeBack(2))).toBe('ok');
    const late = decide(booking, takeBack(2), { now: near, actor: marek, facts: facts() });
    expect(toJson(late)).toEqual({ ok: false, code: 'too-late', sinceAt: toText(near) });
    expect(outcome(booking, near, marek, { type: 'decline', reason: null })).toBe('ok');
  });

  test('B6 R3: not over another request of the same mentee that took its time meanwhile', () => {
    const given = facts({ pendingBetween: [termsAt(minutes(start, 30))] });
    expect(outcome(proposed(), hours(soon, 1), marek, takeBack(2), given)).toBe(
      'overlapping-request',
    );
    const beside = facts({ pendingBetween: [termsAt(hours(start, 1))] });
    expect(outcome(proposed(), hours(soon, 1), marek, takeBack(2), beside)).toBe('ok');
  });
});

describe('R3: a counter awaits the mentor', () => {
  const now = hours(soon, 1);
  const countered = () => playOn(proposed(), [now, ines, propose(2, hours(later, 2))]).booking;

  test('R1 R3: with a clock in the mentor’s zone, and it is what the mentee asks for now', () => {
    const booking = inState(countered(), 'pending');
    expect(booking).toMatchObject({ awaiting: 'mentor', version: 3 });
    expect(booking.offer).toMatchObject({ version: 3, by: 'mentee', zone: warsaw });
    expect(toJson(booking.terms)).toEqual(toJson(termsAt(hours(later, 2))));
    // 12:00 in Warsaw: ten hours until 22:00, two the next morning.
    expect(toText(booking.offer.respondBy)).toBe('2026-06-02T06:00:00.000Z');
  });

  test('R3: accepted makes it accepted at its time', () => {
    const { booking } = playOn(countered(), [hours(now, 1), marek, accept(3)]);
    expect(toJson(inState(booking, 'accepted').terms)).toEqual(toJson(termsAt(hours(later, 2))));
  });

  test('R3: refused, it is declined by the mentor; lapsed, expired', () => {
    const refused = playOn(countered(), [hours(now, 1), marek, refuse(3)]).booking;
    expect(inState(refused, 'declined').bySide).toBe('mentor');
    const due = deadlineOf(countered());
    const lapsed = playOn(countered(), [due, system, { type: 'expire' }]).booking;
    expect(inState(lapsed, 'expired').awaited).toBe('mentor');
  });

  test('R1: it ends only with the request', () => {
    expect(outcome(countered(), hours(now, 1), ines, takeBack(3))).toBe('not-your-part');
    expect(outcome(countered(), hours(now, 1), ines, propose(3))).toBe('not-your-turn');
    expect(outcome(countered(), hours(now, 1), ines, { type: 'withdraw' })).toBe('ok');
  });

  test('R3: answered and taken back, it is the counter that stands again', () => {
    const answered = playOn(countered(), [hours(now, 2), marek, propose(3)]).booking;
    const { booking } = playOn(answered, [hours(now, 3), marek, takeBack(4)]);
    expect(inState(booking, 'pending').offer).toMatchObject({ version: 3, by: 'mentee' });
    expect(toJson(booking.terms)).toEqual(toJson(termsAt(hours(later, 2))));
    // Ten of its twelve hours were left; eight of them are counted until 22:00 in Warsaw.
    expect(toText(deadlineOf(booking))).toBe('2026-06-02T07:00:00.000Z');
  });
});

describe('R1: one live proposal, each with a higher version', () => {
  test('R1: a mentee cannot propose on their own request', () => {
    expect(outcome(pending(), soon, ines, propose(1))).toBe('not-your-turn');
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
  });

  test('R1: a first proposal on an accepted booking is never an unseen counter', () => {
    const now = hours(asked, 3);
    const theirs = playOn(accepted(), [now, marek, propose(1)]).booking;
    expect(outcome(theirs, now, ines, propose(1, hours(later, 2)))).toBe('stale-offer');
    expect(outcome(theirs, now, ines, propose(2, hours(later, 2)))).toBe('ok');
  });

  test('R1: an answer to a proposal that is gone is stale', () => {
    const now = hours(asked, 3);
    const gone = playOn(accepted(), [now, marek, propose(1)], [now, marek, takeBack(2)]).booking;
    const decision = decide(gone, accept(2), { now, actor: ines, facts: facts() });
    expect(decision).toEqual({ ok: false, code: 'stale-offer', offer: null });
    expect(outcome(gone, now, ines, propose(2))).toBe('ok');
  });

  test('R1: what a proposal does not name stays as it is on the table', () => {
    const now = hours(asked, 3);
    const moved = playOn(accepted(), [now, marek, propose(1)]).booking;
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
    const theirs = playOn(accepted(), [soon, marek, propose(1)]).booking;
    expect(outcome(theirs, soon, ines, propose(2, later))).toBe('no-change');
    expect(outcome(theirs, soon, ines, propose(2, start))).toBe('no-change');
    const online: BookingCommand = { type: 'propose', version: 1, location: { kind: 'online' } };
    expect(outcome(accepted(), soon, ines, online)).toBe('no-change');
  });

  test('R1: either side on an accepted booking; the author replaces or withdraws', () => {
    for (const [author, other] of [
      [marek, ines],
      [ines, marek],
    ] as const) {
      const open = playOn(accepted(), [soon, author, propose(1)]).booking;
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
    expect(ask(propose(1), facts({ settings: { bookingHorizon: 2 } }))).toBe('horizon');
    expect(ask(propose(1), facts({ settings: { minimumNotice: 60 * 24 * 5 } }))).toBe('notice');
    expect(ask({ type: 'propose', version: 1, minutes: 50 })).toBe('duration');
    const pigeon = { kind: 'other', name: 'By carrier pigeon', place: '' } as const;
    expect(ask({ type: 'propose', version: 1, location: pigeon })).toBe('location');
    expect(ask(propose(1), facts({ mentee: { held: [termsAt(later)] } }))).toBe('busy');
    expect(ask(propose(1), facts({ mentor: { held: [termsAt(later)] } }))).toBe('busy');
    const gap = { date: '2026-10-25', time: '02:30', zone: warsaw };
    expect(ask({ type: 'propose', version: 1, start: gap })).toBe('time-fold');
  });

  test('B6: on a pending request a proposal counts with its proposed time', () => {
    const given = facts({ pendingBetween: [termsAt(later)] });
    expect(outcome(pending(), soon, marek, propose(1), given)).toBe('overlapping-request');
    expect(outcome(accepted(), soon, marek, propose(1), given)).toBe('ok');
  });
});

describe('R2: while a proposal is open on an accepted booking', () => {
  const open = () => playOn(accepted(), [soon, ines, propose(1)]).booking;

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
