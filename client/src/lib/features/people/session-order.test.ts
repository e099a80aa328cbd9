import { defaultRoomMargins, Temporal, type Booking } from '@confab/shared';
import { expect, test } from 'vitest';
import { inOrder } from './session-order.ts';

const now = Temporal.Instant.from('2026-11-24T10:00Z');
const withdrawn = (id: string, hours: number): { booking: Booking } => {
  const startsAt = now.add({ hours });
  return {
    booking: {
      id,
      programId: 'program',
      mentorId: 'mentor',
      menteeId: 'mentee',
      note: null,
      requestedAt: now,
      terms: { startsAt, endsAt: startsAt.add({ minutes: 45 }), location: { kind: 'online' } },
      roomId: null,
      margins: defaultRoomMargins,
      extension: 0,
      version: 1,
      revision: 1,
      state: 'withdrawn',
      endedAt: now,
    },
  };
};
const accepted = (id: string, hours: number): { booking: Booking } => {
  const { booking } = withdrawn(id, hours);
  return { booking: { ...booking, state: 'accepted', acceptedAt: now, proposal: null } };
};

test('the nearest to come first, then what is over, the latest first', () => {
  const all = [
    withdrawn('over, later', 40),
    accepted('to come, later', 30),
    accepted('long over', -90),
    accepted('to come, next', 2),
    withdrawn('over', -4),
  ];
  expect(inOrder(all, now).map(({ booking }) => booking.id)).toEqual([
    'to come, next',
    'to come, later',
    'over, later',
    'over',
    'long over',
  ]);
});
