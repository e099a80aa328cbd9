import { expect, test } from 'vitest';
import {
  pushUntil,
  remindersOf,
  type Booking,
  type BookingCommand,
  type Instant,
  type NoticeKind,
  type Side,
} from '../src/index.ts';
import {
  accepted,
  asked,
  deadlineOf,
  facts,
  hours,
  ines,
  marek,
  maria,
  pending,
  playOn,
  propose,
  start,
  takeBack,
} from './scene.ts';

interface Told {
  side: Side | null;
  revision: number;
  startsAt: Instant;
  toldAt: Instant;
}

const untilOf = (
  booking: Booking,
  kind: NoticeKind,
  now: Instant,
  {
    side = 'mentor',
    revision = booking.revision,
    startsAt = booking.terms.startsAt,
    toldAt = asked,
  }: Partial<Told> = {},
) => pushUntil(booking, { kind, side, revision, startsAt, toldAt }, now)?.toString() ?? null;

test('N2: a device is told of an offer until its deadline, and not once it is answered', () => {
  const request = pending();
  const { respondBy } = request.state === 'pending' ? request.offer : { respondBy: asked };
  const almost = respondBy.subtract({ milliseconds: 1 });
  expect(untilOf(request, 'requested', asked)).toBe(respondBy.toString());
  expect(untilOf(request, 'requested', almost)).toBe(respondBy.toString());
  expect(untilOf(request, 'requested', respondBy)).toBeNull();
  const declined = playOn(request, [hours(asked, 1), marek, { type: 'decline', reason: null }]);
  expect(untilOf(declined.booking, 'requested', hours(asked, 1), { revision: 1 })).toBeNull();
});

test('N2 R3: a proposal is told until its deadline; that it is withdrawn, for a day', () => {
  const later = playOn(pending(), [hours(asked, 1), marek, propose(1, hours(start, 24))]).booking;
  const mentee = { side: 'mentee' } as const;
  expect(untilOf(later, 'proposed', hours(asked, 1), mentee)).toBe(deadlineOf(later).toString());
  const again = playOn(later, [hours(asked, 2), marek, takeBack(2)]).booking;
  expect(untilOf(again, 'proposal-withdrawn', hours(asked, 2), mentee)).toBe(
    hours(asked, 24).toString(),
  );
});

test('N2: a change is told for a day, unless the booking has gone on since', () => {
  const agreed = accepted();
  const told = { side: 'mentee' } as const;
  const day = hours(asked, 24);
  expect(untilOf(agreed, 'accepted', hours(asked, 2), told)).toBe(day.toString());
  expect(untilOf(agreed, 'accepted', day.subtract({ milliseconds: 1 }), told)).toBe(day.toString());
  expect(untilOf(agreed, 'accepted', day, told)).toBeNull();
  const { booking } = playOn(agreed, [hours(asked, 3), ines, { type: 'cancel', reason: null }]);
  const before = { ...told, revision: agreed.revision };
  expect(untilOf(booking, 'accepted', hours(asked, 3), before)).toBeNull();
  expect(untilOf(booking, 'cancelled', hours(asked, 3))).toBe(day.toString());
});

test('N2: a reminder is told for its own hour, to its own side, whatever else has happened', () => {
  const agreed = accepted();
  for (const { kind, at, until, sides } of remindersOf(agreed)) {
    const old = { revision: 0, toldAt: at };
    expect(untilOf(agreed, kind, at.subtract({ milliseconds: 1 }), old)).toBeNull();
    for (const side of ['mentor', 'mentee'] as const)
      expect(untilOf(agreed, kind, at, { side, ...old })).toBe(
        sides.includes(side) ? until.toString() : null,
      );
    expect(untilOf(agreed, kind, until, old)).toBeNull();
  }
  const request = pending();
  for (const { kind, at, until } of remindersOf(request)) {
    expect(untilOf(request, kind, at, { toldAt: at })).toBe(until.toString());
    expect(untilOf(request, kind, at, { toldAt: at, side: 'mentee' })).toBeNull();
  }
  const { booking } = playOn(agreed, [hours(asked, 3), ines, { type: 'cancel', reason: null }]);
  for (const { kind, at } of remindersOf(agreed))
    expect(untilOf(booking, kind, at, { toldAt: at })).toBeNull();
});

test('N2: a reminder of a session that moved is not told with its old hour', () => {
  const agreed = accepted();
  const [day] = remindersOf(agreed);
  if (day?.kind !== 'day-before') throw new Error('not reminded the day before');
  const told = { startsAt: day.startsAt, toldAt: day.at };
  const later = hours(start, 3);
  const { booking } = playOn(
    agreed,
    [day.at, marek, propose(1, later)],
    [day.at, ines, { type: 'accept', version: 2 }],
  );
  const now = hours(later, -24);
  expect(untilOf(booking, 'day-before', now, told)).toBeNull();
  expect(untilOf(agreed, 'day-before', now, told)).toBe(day.until.toString());
  const again = { startsAt: later, toldAt: now };
  expect(untilOf(booking, 'day-before', now, again)).toBe(hours(later, -1).toString());
});

test('F2 F5 N2: a manager’s device is told of what waits, for a day, and not once it is settled', () => {
  const end = hours(start, 1);
  const told = { side: null, revision: 0 };
  const day = hours(end, 24);
  const news = hours(asked, 24);
  const mark: BookingCommand = { type: 'complete', minutes: 60 };
  const contest: BookingCommand = { type: 'contest', reason: 'Not so' };
  const contested = playOn(accepted(), [end, marek, mark], [end, ines, contest]).booking;
  const early = news.subtract({ milliseconds: 1 });
  expect(untilOf(contested, 'case-contested', early, told)).toBe(news.toString());
  expect(untilOf(contested, 'case-contested', news, told)).toBeNull();
  expect(untilOf(contested, 'case-forgotten', early, told)).toBeNull();
  const settling = playOn(contested, [
    end,
    maria,
    {
      type: 'settle',
      revision: contested.revision,
      outcome: { kind: 'completed', minutes: 30 },
      reason: 'Both agree',
    },
    facts({ actorRole: 'manager' }),
  ]);
  expect(untilOf(settling.booking, 'case-contested', early, told)).toBeNull();
  const late = { ...told, toldAt: day };
  expect(untilOf(accepted(), 'case-forgotten', day, late)).toBe(hours(day, 24).toString());
  // What is for one of the two is for nobody else.
  expect(untilOf(accepted(), 'accepted', asked, { side: null })).toBeNull();
  expect(untilOf(accepted(), 'accepted', asked, { side: 'mentee' })).not.toBeNull();
});
