import { describe, expect, test } from 'vitest';
import { dueAt, heldInterval, pendingInterval, shelfOf, toJson, toText } from '../src/index.ts';
import {
  accepted,
  asked,
  facts,
  hours,
  inState,
  ines,
  justBefore,
  marek,
  outcome,
  pending,
  play,
  playOn,
  requestFor,
  start,
  system,
  utc,
} from './scene.ts';

const soon = hours(asked, 1);
/** 21:00 in Warsaw: twelve counted hours after the request. */
const deadline = utc('2026-06-01T19:00');
const accept = { type: 'accept', version: 1 } as const;

describe('B4: from pending', () => {
  test('B4: the mentor accepts', () => {
    const { booking, events } = playOn(pending(), [soon, marek, accept]);
    const made = inState(booking, 'accepted');
    expect(toText(made.acceptedAt)).toBe(toText(soon));
    expect(made.proposal).toBeNull();
    expect(made.roomId).toBe('room-1');
    expect(events).toMatchObject([{ type: 'accepted', bySide: 'mentor' }]);
  });

  test('B4: the mentor declines, with a reason or without', () => {
    for (const reason of ['I am on leave', null]) {
      const { booking } = playOn(pending(), [soon, marek, { type: 'decline', reason }]);
      expect(inState(booking, 'declined')).toMatchObject({ bySide: 'mentor', reason });
    }
  });

  test('B4: the mentee withdraws', () => {
    const { booking } = playOn(pending(), [soon, ines, { type: 'withdraw' }]);
    expect(toText(inState(booking, 'withdrawn').endedAt)).toBe(toText(soon));
  });

  test('B4: the clock expires it, at the deadline however late that is recorded', () => {
    for (const now of [deadline, hours(deadline, 48)]) {
      const { booking } = playOn(pending(), [now, system, { type: 'expire' }]);
      expect(inState(booking, 'expired').awaited).toBe('mentor');
      expect(toText(inState(booking, 'expired').endedAt)).toBe(toText(deadline));
    }
  });

  test('B4: neither does the other’s part', () => {
    expect(outcome(pending(), soon, ines, accept)).toBe('not-your-turn');
    expect(outcome(pending(), soon, ines, { type: 'refuse', version: 1 })).toBe('not-your-turn');
    expect(outcome(pending(), soon, ines, { type: 'decline', reason: null })).toBe('not-your-part');
    expect(outcome(pending(), soon, marek, { type: 'withdraw' })).toBe('not-your-part');
    const back = { type: 'withdraw-proposal', version: 1 } as const;
    expect(outcome(pending(), soon, ines, back)).toBe('not-your-part');
    expect(outcome(pending(), soon, marek, back)).toBe('not-your-part');
  });

  test('B4: what belongs to Confab itself is nobody’s to do', () => {
    expect(outcome(pending(), deadline, marek, { type: 'expire' })).toBe('not-your-part');
    expect(outcome(pending(), soon, ines, { type: 'end-membership' })).toBe('not-your-part');
    expect(outcome(pending(), soon, system, accept)).toBe('not-your-part');
  });

  test('B4: an expired request may be asked again at once', () => {
    playOn(pending(), [deadline, system, { type: 'expire' }]);
    expect(outcome(null, deadline, ines, requestFor(start))).toBe('ok');
  });
});

describe('D4: at the deadline it is too late', () => {
  test.each([
    [marek, accept],
    [marek, { type: 'decline', reason: null } as const],
    [marek, { type: 'refuse', version: 1 } as const],
    [ines, { type: 'withdraw' } as const],
    [
      marek,
      { type: 'propose', version: 1, location: { kind: 'in-person', place: 'Library' } } as const,
    ],
  ])('D4: %o may give %o until just before it', (actor, command) => {
    expect(outcome(pending(), justBefore(deadline), actor, command)).toBe('ok');
    expect(outcome(pending(), deadline, actor, command)).toBe('too-late');
  });

  test('D4 D6: the deadline is stored, and nothing expires before it', () => {
    const due = dueAt(pending());
    expect(due && toText(due)).toBe(toText(deadline));
    expect(outcome(pending(), justBefore(deadline), system, { type: 'expire' })).toBe('too-early');
  });

  test('D4: a near start cuts the clock short', () => {
    const near = hours(asked, 3);
    const { booking } = play([asked, ines, requestFor(near)]);
    const { respondBy, clockEndsAt } = inState(booking, 'pending').offer;
    expect(toText(respondBy)).toBe(toText(near));
    expect(toText(clockEndsAt)).toBe(toText(deadline));
    expect(outcome(booking, justBefore(near), marek, accept)).toBe('ok');
    expect(outcome(booking, near, marek, accept)).toBe('too-late');
  });

  test('D2: moving zones or changing settings later does not move it', () => {
    const moved = facts({
      mentor: { zone: 'Pacific/Auckland' },
      settings: { clock: { hours: 1, opens: '10:00', closes: '11:00', closedDays: [] } },
    });
    expect(outcome(pending(), justBefore(deadline), marek, accept, moved)).toBe('ok');
    expect(outcome(pending(), deadline, marek, accept, moved)).toBe('too-late');
  });

  test('D2: the settings’ clock runs, in the responder’s zone', () => {
    const given = facts({
      mentor: { zone: 'America/New_York' },
      settings: { clock: { hours: 2, opens: '08:00', closes: '09:00', closedDays: [2] } },
    });
    // Monday 08:00–09:00 and, Tuesday being closed, Wednesday's in New York.
    const { booking } = play([asked, ines, requestFor(start), given]);
    expect(inState(booking, 'pending').offer.zone).toBe('America/New_York');
    expect(dueAt(booking)?.toString()).toBe('2026-06-03T13:00:00Z');
  });
});

describe('B3: nothing leaves an ended booking', () => {
  const ended = {
    declined: () => playOn(pending(), [soon, marek, { type: 'decline', reason: null }]),
    expired: () => playOn(pending(), [deadline, system, { type: 'expire' }]),
    withdrawn: () => playOn(pending(), [soon, ines, { type: 'withdraw' }]),
    cancelled: () => playOn(accepted(), [hours(asked, 2), ines, { type: 'cancel', reason: 'Ill' }]),
  };

  test.each(Object.entries(ended))('B3: %s', (state, end) => {
    const { booking } = end();
    const before = toJson(booking);
    for (const now of [soon, start, hours(start, 2)]) {
      for (const actor of [marek, ines]) {
        for (const command of [
          accept,
          { type: 'decline', reason: null },
          { type: 'propose', version: 1, minutes: 30 },
          { type: 'refuse', version: 1 },
          { type: 'withdraw-proposal', version: 1 },
          { type: 'withdraw' },
          { type: 'cancel', reason: null },
          { type: 'complete', minutes: 60 },
          { type: 'no-show' },
          { type: 'undo' },
          { type: 'extend-room' },
        ] as const) {
          const expected = expect.stringMatching(/^(wrong-state|not-your-part)$/);
          expect(outcome(booking, now, actor, command)).toEqual(expected);
        }
      }
      expect(outcome(booking, now, system, { type: 'expire' })).toBe('wrong-state');
      expect(outcome(booking, now, system, { type: 'end-membership' })).toBe('wrong-state');
      expect(shelfOf(booking, now)).toBe('cancelled');
    }
    expect(booking.state).toBe(state);
    expect(toJson(booking)).toEqual(before);
    expect([heldInterval(booking), pendingInterval(booking), dueAt(booking)]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe('B7: from accepted', () => {
  const end = hours(start, 1);

  test('B7: either side cancels before the end, the reason is kept', () => {
    for (const [actor, bySide] of [
      [marek, 'mentor'],
      [ines, 'mentee'],
    ] as const) {
      const cancel = { type: 'cancel', reason: 'Ill' } as const;
      const { booking } = playOn(accepted(), [justBefore(end), actor, cancel]);
      expect(inState(booking, 'cancelled')).toMatchObject({
        bySide,
        reason: 'Ill',
        from: 'accepted',
      });
      expect(outcome(accepted(), end, actor, cancel)).toBe('too-late');
    }
  });

  test('B7: a pending request is withdrawn or declined, not cancelled', () => {
    expect(outcome(pending(), soon, ines, { type: 'cancel', reason: null })).toBe('wrong-state');
  });

  test('B7: either side proposes another time before the start', () => {
    const later = { type: 'propose', version: 1, minutes: 90 } as const;
    for (const actor of [marek, ines]) {
      expect(outcome(accepted(), hours(start, -1), actor, later)).toBe('ok');
      expect(outcome(accepted(), start, actor, later)).toBe('too-late');
    }
  });
});
