import { Temporal, type Booking } from '@confab/shared';
import { expect, test } from 'vitest';
import { toReview } from './to-review.ts';

const now = Temporal.Instant.from('2026-11-24T10:00:00Z');
const session = (hoursAgo: number, state: Booking['state'], reviewed: boolean) => {
  const endsAt = now.subtract({ hours: hoursAgo });
  const terms = { startsAt: endsAt.subtract({ hours: 1 }), endsAt, location: { kind: 'online' } };
  return { booking: { state, terms } as Booking, programName: '', reviewed };
};

test('F6: the latest completed session that was not reviewed is asked about', () => {
  const older = session(48, 'completed', false);
  const latest = session(2, 'completed', false);
  expect(toReview([older, latest, session(1, 'completed', true)], now)).toBe(latest);
  expect(toReview([session(1, 'accepted', false), session(1, 'no-show', false)], now)).toBeNull();
});

test('F6: not about one of more than two weeks ago: nobody is nagged', () => {
  expect(toReview([session(14 * 24 - 1, 'completed', false)], now)).not.toBeNull();
  expect(toReview([session(14 * 24, 'completed', false)], now)).toBeNull();
});
