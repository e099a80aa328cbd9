import { Temporal } from '@confab/shared';
import { describe, expect, test } from 'vitest';
import { clockChanges, hours, hourStep, position, sky, wholeDays } from './geometry.ts';

const at = (text: string) => Temporal.Instant.from(text);
const dayIn = (zone: string, date: string) => {
  const noon = Temporal.PlainDate.from(date).toZonedDateTime({
    timeZone: zone,
    plainTime: '12:00',
  });
  return wholeDays(noon.toInstant(), noon.toInstant(), zone);
};
const lengthInHours = ({ from, to }: ReturnType<typeof dayIn>) =>
  (to.epochMilliseconds - from.epochMilliseconds) / 3_600_000;

describe('the length of a day', () => {
  test.each([
    ['Europe/Helsinki', '2026-11-24', 24],
    ['Europe/Helsinki', '2026-03-29', 23],
    ['Europe/Helsinki', '2026-10-25', 25],
    ['Australia/Lord_Howe', '2026-10-04', 23.5],
    ['America/New_York', '2026-11-01', 25],
    ['Asia/Kolkata', '2026-03-29', 24],
  ])('%s %s has %d hours', (zone, date, length) => {
    expect(lengthInHours(dayIn(zone, date))).toBe(length);
  });
});

describe('the sky', () => {
  test('is night, day, night, without gaps, and 06–22 are day', () => {
    const range = dayIn('Europe/Helsinki', '2026-11-24');
    const bands = sky(range, 'Europe/Helsinki');
    expect(bands.map((band) => band.part)).toEqual(['night', 'day', 'night']);
    expect(bands.map((band) => band.from)).toEqual([0, 6 / 24, 22 / 24]);
    expect(bands.map((band) => band.to)).toEqual([6 / 24, 22 / 24, 1]);
  });

  test('has a morning of five hours when the clocks go forward', () => {
    const bands = sky(dayIn('Europe/Helsinki', '2026-03-29'), 'Europe/Helsinki');
    expect(bands.map((band) => Math.round((band.to - band.from) * 23))).toEqual([5, 16, 2]);
  });

  test('has a morning of seven hours when the clocks go back', () => {
    const bands = sky(dayIn('Europe/Helsinki', '2026-10-25'), 'Europe/Helsinki');
    expect(bands.map((band) => Math.round((band.to - band.from) * 25))).toEqual([7, 16, 2]);
  });

  test('is that of a response clock where one is asked for: closed days are dark', () => {
    // Friday to Monday; Saturday and Sunday are closed.
    const range = wholeDays(at('2026-11-27T12:00:00Z'), at('2026-11-30T12:00:00Z'), 'UTC');
    const clock = { opens: '08:30', closes: '24:00', closedDays: [6, 7] };
    const bands = sky(range, 'UTC', clock);
    expect(bands.map((band) => band.part)).toEqual(['night', 'day', 'night', 'day']);
    expect(bands.map((band) => band.from * 96)).toEqual([0, 8.5, 24, 72 + 8.5]);
  });

  test('of another zone lies over the same instants', () => {
    const range = dayIn('Europe/Helsinki', '2026-11-24');
    const bands = sky(range, 'Asia/Kolkata');
    // Kolkata is 3 h 30 min ahead: it wakes at 02:30 in Helsinki and sleeps at 18:30.
    expect(bands.map((band) => band.to * 24)).toEqual([2.5, 18.5, 24]);
  });

  test('starts in the day when the range does', () => {
    const range = { from: at('2026-11-24T10:00:00Z'), to: at('2026-11-24T23:00:00Z') };
    expect(sky(range, 'UTC').map((band) => band.part)).toEqual(['day', 'night']);
  });
});

describe('the hours', () => {
  const named = (zone: string, date: string, every = 1) =>
    hours(dayIn(zone, date), zone, every).map((mark) => mark.hour);

  test('a skipped hour is missing', () => {
    expect(named('Europe/Helsinki', '2026-03-29').slice(0, 6)).toEqual([0, 1, 2, 4, 5, 6]);
  });

  test('a repeated hour is there twice', () => {
    expect(named('Europe/Helsinki', '2026-10-25').slice(0, 6)).toEqual([0, 1, 2, 3, 3, 4]);
  });

  test('lie on the local hour where the offset has minutes', () => {
    const range = dayIn('Europe/Helsinki', '2026-11-24');
    const [first] = hours(range, 'Asia/Kolkata', 1);
    expect(first).toMatchObject({ at: 0.5 / 24, hour: 4 });
  });

  test('name the day once each day', () => {
    const range = wholeDays(at('2026-11-24T10:00:00Z'), at('2026-11-26T10:00:00Z'), 'UTC');
    const days = hours(range, 'UTC', 6).filter((mark) => mark.day);
    expect(days.map((mark) => mark.day?.toString())).toEqual([
      '2026-11-24',
      '2026-11-25',
      '2026-11-26',
    ]);
  });

  test('stay apart at 320 pixels', () => {
    const range = dayIn('UTC', '2026-11-24');
    expect(hourStep(range, 320, 30)).toBe(3);
    expect(hourStep(range, 1100, 30)).toBe(1);
    expect(hourStep({ ...range, to: range.to.add({ hours: 72 }) }, 320, 30)).toBe(12);
  });
});

describe('clock changes', () => {
  test('are found inside the range, with their minutes', () => {
    const forward = clockChanges(dayIn('Europe/Helsinki', '2026-03-29'), 'Europe/Helsinki');
    expect(forward).toEqual([{ at: 3 / 23, minutes: 60 }]);
    const back = clockChanges(dayIn('Europe/Helsinki', '2026-10-25'), 'Europe/Helsinki');
    expect(back).toEqual([{ at: 4 / 25, minutes: -60 }]);
  });

  test('there are none on other days, and in zones without them', () => {
    expect(clockChanges(dayIn('Europe/Helsinki', '2026-11-24'), 'Europe/Helsinki')).toEqual([]);
    expect(clockChanges(dayIn('Asia/Kolkata', '2026-03-29'), 'Asia/Kolkata')).toEqual([]);
  });
});

test('an instant outside the range lies at its end', () => {
  const range = dayIn('UTC', '2026-11-24');
  expect(position(range, at('2026-11-23T10:00:00Z'))).toBe(0);
  expect(position(range, at('2026-11-24T12:00:00Z'))).toBe(0.5);
  expect(position(range, at('2026-11-26T10:00:00Z'))).toBe(1);
});
