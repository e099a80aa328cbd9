import { defaultSettings, Temporal, type ProgramSettings } from '@confab/shared';
import { expect, test } from 'vitest';
import { nextWeekday, tellings } from './telling.ts';

const zone = 'Europe/Helsinki';
/** A Wednesday, 2 December 2026, 12:00 in Helsinki. */
const now = Temporal.Instant.from('2026-12-02T10:00:00Z');

function told(settings: ProgramSettings) {
  const local = (at: Temporal.Instant) =>
    at.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
  return tellings(settings, zone, now).map(
    ({ askedAt, respondBy }) => `${local(askedAt)} ${local(respondBy)}`,
  );
}

test('D5: the usual clock, in the morning, on Friday evening and at night', () => {
  expect(told(defaultSettings)).toEqual([
    '2026-12-04T21:00 2026-12-05T17:00',
    '2026-12-07T10:00 2026-12-07T22:00',
    '2026-12-09T02:00 2026-12-09T18:00',
  ]);
});

test('D1 D3: around a closed weekend', () => {
  const clock = { hours: 8, opens: '09:00', closes: '17:00', closedDays: [6, 7] };
  expect(told({ ...defaultSettings, clock })).toEqual([
    '2026-12-04T16:00 2026-12-07T16:00',
    '2026-12-04T21:00 2026-12-07T17:00',
    '2026-12-05T12:00 2026-12-07T17:00',
    '2026-12-07T10:00 2026-12-08T10:00',
    '2026-12-09T02:00 2026-12-09T17:00',
  ]);
});

test('D4: a start that comes sooner than the clock ends it', () => {
  const clock = { ...defaultSettings.clock, hours: 60 };
  const [friday] = told({ ...defaultSettings, clock, bookingHorizon: 1 });
  expect(friday).toBe('2026-12-04T21:00 2026-12-05T21:00');
});

test('the same moment is told once', () => {
  const clock = { ...defaultSettings.clock, closedDays: [6] };
  expect(told({ ...defaultSettings, clock })).toHaveLength(4);
});

test('the next weekday is never today, and at most a week away', () => {
  expect(nextWeekday(3, zone, now).toString()).toBe('2026-12-09');
  expect(nextWeekday(4, zone, now).toString()).toBe('2026-12-03');
  expect(nextWeekday(2, zone, now).toString()).toBe('2026-12-08');
});
