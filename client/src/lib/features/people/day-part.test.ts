import { expect, test } from 'vitest';
import { Temporal } from '@confab/shared';
import { nextDayPart, type DayPart } from './day-part.ts';

/** A Tuesday, 23:30 in Warsaw. */
const now = Temporal.Instant.from('2026-06-02T21:30:00Z');

const range = (weekday: number, part: DayPart | null, zone = 'Europe/Warsaw') => {
  const { from, until } = nextDayPart(weekday, part, zone, now);
  return [from, until].map((at) => at.toString().slice(5, 16)).join(' ');
};

test('A6: a weekday is the next one in one’s own zone, today included', () => {
  expect(range(2, null)).toBe('06-01T22:00 06-02T22:00');
  expect(range(3, null)).toBe('06-02T22:00 06-03T22:00');
  expect(range(1, null)).toBe('06-07T22:00 06-08T22:00');
  expect(range(3, null, 'Asia/Tokyo')).toBe('06-02T15:00 06-03T15:00');
});

test('A6: parts of a day are local hours', () => {
  expect(range(2, 'morning')).toBe('06-02T04:00 06-02T10:00');
  expect(range(2, 'afternoon')).toBe('06-02T10:00 06-02T16:00');
  expect(range(2, 'evening')).toBe('06-02T16:00 06-02T20:00');
});
