import {
  Temporal,
  defaultResponseClock,
  type Booking,
  type Offer,
  type Side,
} from '@confab/shared';
import type { ConversationView } from '@confab/shared/protocol';
import { expect, test } from 'vitest';
import { lately, needOf } from './need.ts';

const now = Temporal.Instant.from('2026-11-24T10:00:00Z');
const inMinutes = (minutes: number) => now.add({ minutes });
const terms = (start: number) => ({
  startsAt: inMinutes(start),
  endsAt: inMinutes(start + 60),
  location: { kind: 'online' as const },
});
const offer = (by: Side, respondIn: number): Offer => ({
  version: 1,
  by,
  terms: terms(3000),
  madeAt: now,
  zone: 'UTC',
  clock: defaultResponseClock,
  clockEndsAt: inMinutes(respondIn),
  respondBy: inMinutes(respondIn),
});
const always = (start: number) => ({
  id: `booking-${start}`,
  programId: 'program',
  mentorId: 'mentor',
  menteeId: 'mentee',
  note: null,
  requestedAt: now,
  terms: terms(start),
  roomId: 'room',
  margins: { before: 30, after: 30 },
  extension: 0,
  version: 1,
  revision: 1,
});
const live = (booking: Booking) => ({ booking, programName: 'Program', reviewed: false });
const accepted = (start: number, proposal: Offer | null = null) =>
  live({ ...always(start), state: 'accepted', acceptedAt: now, proposal });
const pending = (respondIn: number) =>
  live({
    ...always(3000),
    state: 'pending',
    awaiting: 'mentor',
    offer: offer('mentee', respondIn),
    countered: null,
  });
const unread: ConversationView = {
  with: 'someone',
  lastSeq: 3,
  unread: 1,
  readUpTo: 2,
  otherReadUpTo: 3,
  writable: true,
  gatePassed: true,
  tail: [
    {
      id: 'word',
      seq: 3,
      sentAt: '2026-03-02T09:00:00Z',
      kind: 'text',
      author: 'someone',
      text: '',
    },
  ],
};

test('an open room comes before everything', () => {
  const sessions = [pending(60), accepted(10), accepted(200)];
  expect(needOf('mentor', sessions, [unread], now)).toMatchObject({
    kind: 'join',
    with: 'mentee',
    session: { booking: { id: 'booking-10' } },
  });
});

test('then the answer that is due first', () => {
  const sessions = [accepted(200, offer('mentee', 90)), pending(60), pending(300)];
  expect(needOf('mentor', sessions, [unread], now)).toMatchObject({
    kind: 'answer',
    offer: { respondBy: inMinutes(60) },
  });
});

test('the author of an offer is not asked to answer it', () => {
  expect(needOf('mentee', [pending(60)], [], now)).toMatchObject({
    kind: 'waiting',
    with: 'mentor',
  });
});

test('a mentor is asked to complete what is over; a mentee is not', () => {
  const over = [accepted(-300)];
  expect(needOf('mentor', over, [unread], now)).toMatchObject({ kind: 'complete', with: 'mentee' });
  expect(needOf('mentee', over, [], now)).toEqual({ kind: 'nothing' });
});

test('then words unread, then the next session', () => {
  expect(needOf('mentee', [accepted(200)], [unread], now)).toEqual({
    kind: 'read',
    with: 'someone',
  });
  expect(needOf('mentee', [accepted(900), accepted(200)], [], now)).toMatchObject({
    kind: 'meet',
    session: { booking: { id: 'booking-200' } },
  });
});

test('C5: what happened to a session is nothing that somebody has written', () => {
  const [words] = unread.tail;
  const line = {
    id: 'l',
    seq: 3,
    sentAt: '2026-03-02T09:00:00Z',
    kind: 'line',
    change: null,
  } as const;
  const accepting = {
    ...line,
    bookingId: 'one',
    author: 'someone',
    event: 'accepted',
    startsAt: '',
  };
  const read = words ? [{ ...words, seq: 2 }, accepting] : [];
  expect(needOf('mentee', [], [{ ...unread, tail: read }], now)).toEqual({ kind: 'nothing' });
});

test('after the end an open room is no longer what to join', () => {
  expect(needOf('mentee', [accepted(-70)], [], now)).toEqual({ kind: 'nothing' });
});

test('F4 F5: what waits for a manager comes after what others wait for', () => {
  const cases = { program: 2 };
  expect(needOf('sofia', [], [unread], now, cases)).toEqual({
    kind: 'settle',
    programId: 'program',
    count: 2,
  });
  expect(needOf('mentor', [pending(60)], [], now, cases)).toMatchObject({ kind: 'answer' });
});

test('what took place lately comes latest first, and nothing that is still ahead', () => {
  const past = lately([accepted(-300), accepted(10), accepted(-200), pending(60)], now);
  expect(past.map(({ booking }) => booking.id)).toEqual(['booking--200', 'booking--300']);
});
