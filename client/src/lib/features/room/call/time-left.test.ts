import { fromText, type Booking } from '@confab/shared';
import { expect, test } from 'vitest';
import { timeLeft } from './time-left.ts';

const booking = {
  terms: {
    startsAt: fromText('2026-11-24T10:00:00Z'),
    endsAt: fromText('2026-11-24T10:45:00Z'),
    location: { kind: 'online' },
  },
  margins: { before: 30, after: 30 },
  extension: 15,
} as Booking;
const counted = (text: string) => {
  const { until, at } = timeLeft(booking, fromText(text));
  return [until, at.toString()];
};

test('W1 W3: counts to the start, the end, then the closing with its extension', () => {
  expect(counted('2026-11-24T09:40:00Z')).toEqual(['start', '2026-11-24T10:00:00Z']);
  expect(counted('2026-11-24T10:00:00Z')).toEqual(['end', '2026-11-24T10:45:00Z']);
  expect(counted('2026-11-24T10:45:00Z')).toEqual(['close', '2026-11-24T11:30:00Z']);
});
