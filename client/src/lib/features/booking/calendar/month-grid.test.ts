import { Temporal } from '@confab/shared';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayByKey, monthAfter, monthGrid, onDay, rangeOf } from './month-grid.ts';

const zones = ['UTC', 'Europe/Helsinki', 'America/St_Johns', 'Pacific/Easter', 'Pacific/Apia'];
const months = fc
  .record({ year: fc.integer({ min: 2010, max: 2040 }), month: fc.integer({ min: 1, max: 12 }) })
  .map(({ year, month }) => `${String(year)}-${String(month).padStart(2, '0')}`);

test('L3: a month is shown in four to six whole weeks without a gap, each of its days once', () => {
  fc.assert(
    fc.property(
      months,
      fc.constantFrom(...zones),
      fc.constantFrom(1, 6, 7),
      (month, zone, first) => {
        const weeks = monthGrid(month, zone, first);
        const days = weeks.flat();
        expect(weeks.length).toBeGreaterThanOrEqual(4);
        expect(weeks.length).toBeLessThanOrEqual(6);
        expect(weeks.every((week) => week.length === 7 && week[0]?.date.dayOfWeek === first)).toBe(
          true,
        );
        const gaps = days.filter((day, n) => {
          const before = days[n - 1];
          return before && !before.endsAt.equals(day.startsAt);
        });
        expect(gaps).toEqual([]);
        const own = days.filter(({ within }) => within).map(({ date }) => date.toString());
        const length = Temporal.PlainDate.from(`${month}-01`).daysInMonth;
        expect(own).toHaveLength(length);
        expect(own.every((date) => date.startsWith(month))).toBe(true);
        const { from, until } = rangeOf(weeks);
        expect(from.until(until).total('hours')).toBeLessThanOrEqual(42 * 24 + 1);
      },
    ),
    { numRuns: 150 },
  );
});

test('L3: a session is on every local day of which it has an instant, and on no other', () => {
  const session = fc.record({
    hour: fc.integer({ min: 0, max: 42 * 24 }),
    minutes: fc.integer({ min: 5, max: 1440 }),
  });
  fc.assert(
    fc.property(months, fc.constantFrom(...zones), session, (month, zone, { hour, minutes }) => {
      const days = monthGrid(month, zone, 1).flat();
      const startsAt = (days[0]?.startsAt ?? Temporal.Now.instant()).add({ hours: hour });
      const endsAt = startsAt.add({ minutes });
      const dateOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone).toPlainDate().toString();
      const [first, last] = [dateOf(startsAt), dateOf(endsAt.subtract({ milliseconds: 1 }))];
      for (const day of days) {
        const on = day.date.toString();
        // A day that the zone skipped has no instants.
        const hasIt = on >= first && on <= last && !day.startsAt.equals(day.endsAt);
        expect(onDay(day, [{ startsAt, endsAt }])).toHaveLength(hasIt ? 1 : 0);
      }
    }),
    { numRuns: 150 },
  );
});

test('L3: days on which the clocks change have 23 and 25 hours', () => {
  const hours = (month: string, date: string) => {
    const day = monthGrid(month, 'Europe/Helsinki', 1).flat().find((one) => one.date.toString() === date); // prettier-ignore
    return day?.startsAt.until(day.endsAt).total('hours');
  };
  expect(hours('2026-03', '2026-03-29')).toBe(23);
  expect(hours('2026-10', '2026-10-25')).toBe(25);
});

test('L3: keys go by days, weeks and months', () => {
  const from = Temporal.PlainDate.from('2026-01-31');
  const to = (key: string) => dayByKey(key, from, 1)?.toString() ?? null;
  expect(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].map(to)).toEqual([
    '2026-01-30',
    '2026-02-01',
    '2026-01-24',
    '2026-02-07',
  ]);
  expect(['Home', 'End', 'PageUp', 'PageDown', 'Enter'].map(to)).toEqual([
    '2026-01-26',
    '2026-02-01',
    '2025-12-31',
    '2026-02-28',
    null,
  ]);
  expect([monthAfter('2026-11', 2), monthAfter('2026-01', -1)]).toEqual(['2027-01', '2025-12']);
});
