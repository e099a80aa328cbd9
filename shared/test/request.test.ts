import { describe, expect, test } from 'vitest';
import { decide, gateState, overlaps, toText, type Location } from '../src/index.ts';
import {
  asked,
  facts,
  hours,
  inState,
  ines,
  justBefore,
  lisbon,
  marek,
  minutes,
  otto,
  outcome,
  pending,
  play,
  playOn,
  requestFor,
  start,
  system,
  termsAt,
  utc,
  warsaw,
} from './scene.ts';

const asking = (given = facts(), command = requestFor(start)) =>
  outcome(null, asked, ines, command, given);

describe('P2: who may request', () => {
  test('P1 P2: only a mentee of the named program', () => {
    expect(asking()).toBe('ok');
    for (const role of ['mentor', 'manager', null] as const) {
      expect(asking(facts({ mentee: { role } }))).toBe('not-a-mentee');
    }
  });

  test('P1 P2: only with an approved, active mentor of it', () => {
    for (const role of ['mentee', 'manager', null] as const) {
      expect(asking(facts({ mentor: { role } }))).toBe('not-a-mentor');
    }
  });

  test('P2: nobody can book themselves', () => {
    expect(outcome(null, asked, marek, requestFor(start))).toBe('self');
  });

  test('P2: Confab itself requests nothing, and nothing else begins a booking', () => {
    expect(outcome(null, asked, system, requestFor(start))).toBe('not-found');
    expect(outcome(null, asked, marek, { type: 'accept', version: 1 })).toBe('not-found');
  });
});

describe('P3: availability', () => {
  test('P3: a busy mentor is asked only by those they know', () => {
    const busy = { availability: 'busy' as const };
    expect(asking(facts({ mentor: busy, acquainted: false }))).toBe('mentor-busy');
    expect(asking(facts({ mentor: busy, acquainted: true }))).toBe('ok');
    expect(asking(facts({ acquainted: false }))).toBe('ok');
  });

  test('P3: a mentor who is away is asked by nobody', () => {
    expect(asking(facts({ mentor: { availability: 'away' } }))).toBe('mentor-away');
  });

  test('P3: existing bookings stand', () => {
    const away = facts({ mentor: { availability: 'away' } });
    const accept = { type: 'accept', version: 1 } as const;
    expect(outcome(pending(), hours(asked, 1), marek, accept, away)).toBe('ok');
  });
});

describe('G1: the message gate', () => {
  test('G1 G2: without a message the request is refused', () => {
    expect(asking(facts({ gatePassed: false }))).toBe('gate');
  });

  test('G1: where it is only recommended, nothing is refused', () => {
    const given = facts({ gatePassed: false, settings: { messageGate: 'recommended' } });
    expect(asking(given)).toBe('ok');
  });

  test('G1 G2: the page says the same', () => {
    expect(gateState({ messageGate: 'required' }, false)).toBe('required');
    expect(gateState({ messageGate: 'recommended' }, false)).toBe('recommended');
    expect(gateState({ messageGate: 'required' }, true)).toBe('passed');
  });
});

describe('B1: what a request names', () => {
  test('B1 D2: the booking keeps it all, the clock in the mentor’s zone', () => {
    const given = facts({ settings: { margins: { before: 5, after: 10 } } });
    const note = 'About my thesis';
    const { booking, events } = play([asked, ines, requestFor(start, { note }), given]);
    const made = inState(booking, 'pending');
    expect(made).toMatchObject({
      id: 'booking-1',
      programId: 'program-1',
      mentorId: 'marek',
      menteeId: 'ines',
      note,
      margins: { before: 5, after: 10 },
      awaiting: 'mentor',
      extension: 0,
      version: 1,
      revision: 1,
      roomId: 'room-1',
    });
    expect(made.offer).toMatchObject({ version: 1, by: 'mentee', zone: warsaw });
    expect(toText(made.terms.startsAt)).toBe('2026-06-04T16:00:00.000Z');
    expect(toText(made.terms.endsAt)).toBe('2026-06-04T17:00:00.000Z');
    expect(toText(made.requestedAt)).toBe(toText(asked));
    // 09:00 in Warsaw and 12 hours.
    expect(toText(made.offer.respondBy)).toBe('2026-06-01T19:00:00.000Z');
    expect(events.map((event) => event.type)).toEqual(['requested']);
  });

  test.each<[Location, 'ok' | 'location']>([
    [{ kind: 'online' }, 'ok'],
    [{ kind: 'in-person', place: 'Library' }, 'ok'],
    [{ kind: 'in-person', place: ' ' }, 'location'],
    [{ kind: 'other', name: 'By telephone', place: '' }, 'ok'],
    [{ kind: 'other', name: 'By carrier pigeon', place: '' }, 'location'],
  ])('B1: the location %o is %s', (location, expected) => {
    const given = facts({ settings: { otherLocations: ['By telephone'] } });
    expect(asking(given, requestFor(start, { location }))).toBe(expected);
  });

  test('B1 B8: the mentee’s own zone is read', () => {
    const moment = { date: '2026-06-04', time: '17:00', zone: lisbon };
    const { booking } = play([asked, ines, requestFor(start, { start: moment })]);
    expect(toText(booking.terms.startsAt)).toBe(toText(start));
  });

  test('B8: a gap is refused with both instants, and taken once the mentee says which', () => {
    const moment = { date: '2026-10-25', time: '01:30', zone: lisbon };
    const now = utc('2026-10-20T10:00');
    const command = requestFor(start, { start: moment });
    const decision = decide(null, command, { now, actor: ines, facts: facts() });
    expect(decision).toMatchObject({ ok: false, code: 'time-fold' });
    const chosen = requestFor(start, { start: { ...moment, which: 'later' } });
    expect(toText(play([now, ines, chosen]).booking.terms.startsAt)).toBe(
      '2026-10-25T01:30:00.000Z',
    );
    const spring = { date: '2026-03-29', time: '01:30', zone: lisbon };
    const inSpring = requestFor(start, { start: spring });
    expect(outcome(null, utc('2026-03-01T10:00'), ines, inSpring)).toBe('time-gap');
    const never = requestFor(start, { start: { ...spring, date: '2026-02-30' } });
    expect(outcome(null, utc('2026-02-01T10:00'), ines, never)).toBe('bad-time');
  });
});

describe('B2: notice, horizon, duration', () => {
  test('B2: the start lies in the future', () => {
    expect(outcome(null, start, ines, requestFor(start))).toBe('in-the-past');
    expect(outcome(null, hours(start, 1), ines, requestFor(start))).toBe('in-the-past');
    expect(outcome(null, justBefore(start), ines, requestFor(start))).toBe('ok');
  });

  test('B2: the minimum notice is kept, to the millisecond', () => {
    const given = facts({ settings: { minimumNotice: 120 } });
    expect(outcome(null, hours(start, -2), ines, requestFor(start), given)).toBe('ok');
    const late = minutes(start, -119);
    expect(outcome(null, late, ines, requestFor(start), given)).toBe('notice');
  });

  test('B2: the horizon is kept', () => {
    const atHorizon = hours(asked, 180 * 24);
    expect(asking(facts(), requestFor(atHorizon))).toBe('ok');
    expect(asking(facts(), requestFor(minutes(atHorizon, 1)))).toBe('horizon');
    const given = facts({ settings: { bookingHorizon: 2 } });
    expect(asking(given)).toBe('horizon');
  });

  test.each([
    [30, 'ok'],
    [45, 'ok'],
    [120, 'ok'],
    [0, 'duration'],
    [-60, 'duration'],
    [50, 'duration'],
    [1440, 'duration'],
  ])('B2: %i minutes: %s', (length, expected) => {
    expect(asking(facts(), requestFor(start, { minutes: length }))).toBe(expected);
  });
});

describe('B6: held times', () => {
  const held = (from: number, to: number) => ({
    startsAt: minutes(start, from),
    endsAt: minutes(start, to),
  });

  test('B6: intervals are half-open; back to back is allowed', () => {
    const hour = termsAt(start);
    expect(overlaps(hour, held(-60, 0))).toBe(false);
    expect(overlaps(hour, held(60, 120))).toBe(false);
    expect(overlaps(hour, held(59, 120))).toBe(true);
    expect(overlaps(hour, held(-60, 1))).toBe(true);
    expect(overlaps(hour, held(20, 40))).toBe(true);
    expect(overlaps(held(20, 40), hour)).toBe(true);
    expect(overlaps(hour, hour)).toBe(true);
  });

  test('B6: a request over a held time of either side is refused, saying no more', () => {
    for (const whose of ['mentor', 'mentee'] as const) {
      const given = facts({ [whose]: { held: [held(-60, 0), held(30, 90)] } });
      const decision = decide(null, requestFor(start), { now: asked, actor: ines, facts: given });
      expect(decision).toEqual({ ok: false, code: 'busy' });
      expect(asking(facts({ [whose]: { held: [held(-60, 0), held(60, 90)] } }))).toBe('ok');
    }
  });

  test('B6: acceptance decides again', () => {
    const accept = { type: 'accept', version: 1 } as const;
    for (const whose of ['mentor', 'mentee'] as const) {
      const given = facts({ [whose]: { held: [held(30, 90)] } });
      expect(outcome(pending(), hours(asked, 1), marek, accept, given)).toBe('busy');
    }
  });

  test('B6: one mentee has no two overlapping pending requests with the same mentor', () => {
    expect(asking(facts({ pendingBetween: [held(30, 90)] }))).toBe('overlapping-request');
    expect(asking(facts({ pendingBetween: [held(60, 90)] }))).toBe('ok');
  });
});

describe('B9: the room', () => {
  test('B9: online gives the booking its own room at the request', () => {
    const given = facts({ fresh: { bookingId: 'b', roomId: 'unguessable' } });
    expect(play([asked, ines, requestFor(start), given]).booking.roomId).toBe('unguessable');
  });

  test('B9: in person there is none', () => {
    const location = { kind: 'in-person', place: 'Library' } as const;
    expect(play([asked, ines, requestFor(start, { location })]).booking.roomId).toBeNull();
  });
});

test('B5: a third person learns nothing, whatever they ask', () => {
  const booking = pending();
  expect(outcome(booking, asked, otto, { type: 'accept', version: 1 })).toBe('not-found');
  expect(outcome(booking, asked, otto, { type: 'withdraw' })).toBe('not-found');
});

test('B3: a booking is requested once', () => {
  expect(outcome(pending(), asked, ines, requestFor(start))).toBe('wrong-state');
});

test('B5: of two racing answers the second meets the state that the first left', () => {
  const now = hours(asked, 1);
  const accept = { type: 'accept', version: 1 } as const;
  const withdrawn = playOn(pending(), [now, ines, { type: 'withdraw' }]).booking;
  expect(outcome(withdrawn, now, marek, accept)).toBe('wrong-state');
  const taken = playOn(pending(), [now, marek, accept]).booking;
  expect(outcome(taken, now, ines, { type: 'withdraw' })).toBe('wrong-state');
});
