import { describe, expect, test } from 'vitest';
import { decide, openTime, pendingInterval, toJson, toText } from '../src/index.ts';
import {
  accept,
  asked,
  deadlineOf,
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
  propose,
  refuse,
  requestFor,
  start,
  system,
  takeBack,
  termsAt,
  utc,
  warsaw,
} from './scene.ts';

const soon = hours(asked, 2);
const later = hours(start, 24);

/** The mentor has proposed a day later, two hours after the request. */
const proposed = () => playOn(pending(), [soon, marek, propose(1, later)]).booking;

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
    const { booking: replaced, events } = playOn(proposed(), [
      hours(soon, 3),
      marek,
      propose(2, hours(later, 1)),
    ]);
    expect(events).toMatchObject([{ type: 'proposed', left: null }]);
    expect(inState(replaced, 'pending')).toMatchObject({ awaiting: 'mentee', version: 3 });
    const { booking } = playOn(replaced, [hours(soon, 4), marek, takeBack(3)]);
    expect(toText(deadlineOf(booking))).toBe('2026-06-02T07:00:00.000Z');
  });

  test('R3: answering again leaves what is left then: no time is won', () => {
    const back = playOn(proposed(), [hours(soon, 4), marek, takeBack(2)]).booking;
    // Four of the ten hours pass before the mentor proposes anew, and takes that back a day later.
    const anew = playOn(back, [hours(soon, 8), marek, propose(1, later)]).booking;
    expect(inState(anew, 'pending')).toMatchObject({ awaiting: 'mentee', version: 3 });
    const now = utc('2026-06-02T04:00');
    const again = playOn(anew, [now, marek, takeBack(3)]).booking;
    expect(toText(deadlineOf(again))).toBe('2026-06-02T10:00:00.000Z');
  });

  test('R3: what was left is counted before the start cut it short', () => {
    const near = hours(asked, 5);
    const booking = play(
      [asked, ines, requestFor(near)],
      [soon, marek, propose(1, later)],
      [hours(asked, 3), marek, takeBack(2)],
    ).booking;
    const { offer } = inState(booking, 'pending');
    expect(toText(offer.respondBy)).toBe(toText(near));
    const left = openTime({ ...offer, from: hours(asked, 3), to: offer.clockEndsAt });
    expect(left).toBe(10 * 3_600_000);
  });

  test('R3: once that start has passed it is too late, and declining remains', () => {
    const near = hours(asked, 3);
    const booking = play([asked, ines, requestFor(near)], [soon, marek, propose(1, later)]).booking;
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
    expect(outcome(countered(), hours(now, 1), ines, propose(3, later))).toBe('not-your-turn');
    expect(outcome(countered(), hours(now, 1), ines, { type: 'withdraw' })).toBe('ok');
  });

  test('R3: answered and taken back, it is the counter that stands again', () => {
    const answered = playOn(countered(), [hours(now, 2), marek, propose(3, later)]).booking;
    const { booking } = playOn(answered, [hours(now, 3), marek, takeBack(4)]);
    expect(inState(booking, 'pending').offer).toMatchObject({ version: 3, by: 'mentee' });
    expect(toJson(booking.terms)).toEqual(toJson(termsAt(hours(later, 2))));
    // Ten of its twelve hours were left; eight of them are counted until 22:00 in Warsaw.
    expect(toText(deadlineOf(booking))).toBe('2026-06-02T07:00:00.000Z');
  });
});
