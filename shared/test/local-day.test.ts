import { expect, test } from 'vitest';
import {
  isDate,
  isoWeekday,
  isTimeOfDay,
  localDayOf,
  sinceMidnight,
} from '../src/time/local-day.ts';
import { localTime } from '../src/hours/local-time.ts';
import { localHours } from '../src/time/local-hours.ts';
import { utc, warsaw } from './scene.ts';

test('A1: a local day is counted from the first of 1970, a Thursday', () => {
  expect(localDayOf('1970-01-01')).toBe(0);
  expect(localDayOf('1969-12-31')).toBe(-1);
  expect(localDayOf('2026-03-02')).toBe(20_514);
  const week = [-4, -3, -2, -1, 0, 1, 2, 3, 4].map(isoWeekday);
  expect(week).toEqual([7, 1, 2, 3, 4, 5, 6, 7, 1]);
});

test('A1: a date has four, two and two digits, and is one', () => {
  const dates = ['2024-02-29', '0000-01-01', '9999-12-31'];
  expect(dates.filter(isDate)).toEqual(dates);
  const others = [
    '2026-02-29',
    '2026-2-3',
    '20260203',
    '+002026-02-03',
    '2026-02-03T10:00',
    '',
    'soon',
  ];
  expect(others.map(isDate)).toEqual(others.map(() => false));
});

test('D1: a time has two and two digits, up to the day’s end', () => {
  const times = ['00:00', '09:59', '19:30', '20:00', '23:59', '24:00'];
  expect(times.filter(isTimeOfDay)).toEqual(times);
  const odd = [
    '24:01',
    '30:00',
    '9:00',
    '09:60',
    '09:5',
    '109:00',
    '09:000',
    'x09:00',
    '09:00x',
    '',
    '124:00',
    '24:000',
    '24:0',
    '2x:00',
    '0x:00',
    '09:x0',
    '09:0x',
  ];
  expect(odd.filter(isTimeOfDay)).toEqual([]);
});

test('D1: a time is so long after midnight', () => {
  expect(sinceMidnight('00:00')).toBe(0);
  expect(sinceMidnight('01:02')).toBe(3_720_000);
  expect(sinceMidnight('24:00')).toBe(86_400_000);
  expect(sinceMidnight('soon')).toBeNaN();
  expect(sinceMidnight('1')).toBeNaN();
});

test('A1: local time is cut where clocks change, and ends with its span', () => {
  const at = (text: string) => utc(text).epochMilliseconds;
  const pieces = (from: string, to: string) => [
    ...localTime({ from: at(from), to: at(to) }, warsaw),
  ];
  const hour = 3_600_000;
  const winter = { from: at('2026-03-28T00:00'), to: at('2026-03-29T01:00'), offset: hour };
  expect(pieces('2026-03-28T00:00', '2026-03-29T01:00')).toEqual([winter]);
  expect(pieces('2026-03-28T00:00', '2026-03-29T02:00')).toEqual([
    winter,
    { from: at('2026-03-29T01:00'), to: at('2026-03-29T02:00'), offset: 2 * hour },
  ]);
});

test('A1 D3: hours are half-open: from their end on, nothing of them is left', () => {
  const hour = 3_600_000;
  const nine = [{ from: 9 * hour, to: 10 * hour }];
  const from = (at: number, to = 48 * hour) => [
    ...localHours({ from: at, to, offset: 0 }, () => nine),
  ];
  const tomorrow = { from: 33 * hour, to: 34 * hour };
  expect(from(10 * hour)).toEqual([tomorrow]);
  expect(from(10 * hour - 1)).toEqual([{ from: 10 * hour - 1, to: 10 * hour }, tomorrow]);
  expect(from(0, 9 * hour)).toEqual([]);
});
