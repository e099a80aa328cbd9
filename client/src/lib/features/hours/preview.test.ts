import { expect, test } from 'vitest';
import { Temporal, type Hours } from '@confab/shared';
import { clockTime } from '#lib/ui/time/words.ts';
import { previewOf } from './preview.ts';

const zone = 'Europe/Warsaw';
const nine = [{ from: '09:00', to: '12:00' }];
const hours: Hours = {
  week: [nine, nine, [...nine, { from: '13:00', to: '14:00' }], [], [], [], []],
  otherDays: [{ first: '2026-06-02', last: '2026-06-02', stretches: [] }],
  longestDay: null,
  pause: 0,
};
/** A Monday. */
const now = Temporal.Instant.from('2026-06-01T08:05:00Z');

test('A1 A6: the coming week under hours that are not saved yet', () => {
  const days = previewOf(hours, { zone, bookings: [], busy: [], duration: 30, now });
  const words = days.map(({ open }) =>
    open.map(({ from, to }) => `${clockTime(from, zone)}–${clockTime(to, zone)}`).join(', '),
  );
  expect(words).toEqual(['10:15–12:00', '', '09:00–12:00, 13:00–14:00', '', '', '', '']);
});

test('A8: when the mentor is busy elsewhere is not open, and shown', () => {
  const at = (hour: number) => Date.UTC(2026, 5, 3, hour);
  const busy = [{ from: at(8), to: at(9) }];
  const [, , wednesday] = previewOf(hours, { zone, bookings: [], busy, duration: 30, now });
  const words = wednesday?.open.map(({ from, to }) =>
    [from, to].map((one) => clockTime(one, zone)),
  );
  expect(words).toEqual([
    ['09:00', '10:00'],
    ['11:00', '12:00'],
    ['13:00', '14:00'],
  ]);
  expect(wednesday?.elsewhere.map(({ from }) => from.epochMilliseconds)).toEqual([at(8)]);
});
