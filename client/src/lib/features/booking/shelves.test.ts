import { addMinutes, fromText, windowOf } from '@confab/shared';
import { expect, test } from 'vitest';
import { merged, shelved } from './shelves.ts';
import { accepted, asked, booked } from './test/sample.ts';

const one = (id: string, revision: number) => ({
  booking: { ...booked(asked), id, revision },
  programName: 'First Steps',
  reviewed: false,
});
const now = fromText('2026-11-23T10:00:00Z');

test('a booking that is live and fetched is there once, in its newest state', () => {
  const [kept, ...rest] = merged([one('a', 1)], [one('a', 3)], [one('a', 2)]);
  expect(rest).toEqual([]);
  expect(kept?.booking.revision).toBe(3);
});

test('at equal revisions the live one stays, so that nothing is drawn again', () => {
  const alive = one('a', 2);
  expect(merged([alive], [one('a', 2)])[0]).toBe(alive);
});

test('W1: an accepted session is upcoming until its room closes, then past', () => {
  const booking = booked(asked, accepted);
  const { closesAt } = windowOf(booking);
  const list = [{ booking, programName: '', reviewed: false }];
  expect(shelved(list, addMinutes(closesAt, -1)).upcoming).toHaveLength(1);
  expect(shelved(list, closesAt).past).toHaveLength(1);
});

test('pending ones stand by deadline', () => {
  const early = one('z', 1);
  const late = one('a', 1);
  const { booking } = late;
  if (booking.state !== 'pending') throw new Error('a request is pending');
  const later = addMinutes(booking.offer.respondBy, 1);
  const moved = { ...late, booking: { ...booking, offer: { ...booking.offer, respondBy: later } } };
  expect(shelved([moved, early], now).pending.map((each) => each.booking.id)).toEqual(['z', 'a']);
});
