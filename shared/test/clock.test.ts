import { describe, expect, test } from 'vitest';
import {
  defaultResponseClock,
  openTime,
  responseDeadline,
  toText,
  type Instant,
  type ResponseClock,
} from '../src/index.ts';
import { afterOpenTime } from '../src/booking/open-time.ts';
import { countedOpenTime } from './clock-oracle.ts';
import { hours, utc, wall, wallText } from './scene.ts';

const never = utc('2300-01-01T00:00');
const roundTheClock: ResponseClock = { ...defaultResponseClock, opens: '00:00', closes: '24:00' };

/** The local deadline of a request asked at a local time. */
const deadlineOf = (asked: string, zone: string, clock = defaultResponseClock) =>
  wallText(
    responseDeadline({ requestedAt: wall(asked, zone), zone, startsAt: never, clock }),
    zone,
  );

const openHours = (from: string, to: string, zone: string, clock = defaultResponseClock) =>
  openTime({ from: wall(from, zone), to: wall(to, zone), zone, clock }) / 3_600_000;

test('D1: the responder has 12 hours between 06:00 and 22:00, no day closed', () => {
  expect(defaultResponseClock).toEqual({
    hours: 12,
    opens: '06:00',
    closes: '22:00',
    closedDays: [],
  });
});

describe('D5', () => {
  test.each([
    ['02:00', '2026-11-10T18:00'],
    ['06:00', '2026-11-10T18:00'],
    ['07:00', '2026-11-10T19:00'],
    ['10:00', '2026-11-10T22:00'],
    ['10:01', '2026-11-11T06:01'],
    ['21:00', '2026-11-11T17:00'],
    ['22:00', '2026-11-11T18:00'],
    ['23:30', '2026-11-11T18:00'],
  ])('D5: asked at %s, answered by %s', (time, deadline) => {
    for (const zone of ['Europe/Warsaw', 'America/New_York', 'Asia/Kathmandu', 'UTC']) {
      expect(deadlineOf(`2026-11-10T${time}`, zone)).toBe(deadline);
    }
  });
});

describe('D3: nothing adds 24 hours', () => {
  test('D3: a spring night is an hour shorter, the counted hours are not', () => {
    const zone = 'Europe/Warsaw';
    const requestedAt = wall('2026-03-28T21:00', zone);
    const clock = defaultResponseClock;
    const deadline = responseDeadline({ requestedAt, zone, clock, startsAt: never });
    expect(wallText(deadline, zone)).toBe('2026-03-29T17:00');
    expect(deadline.epochMilliseconds - requestedAt.epochMilliseconds).toBe(19 * 3_600_000);
  });

  test('D3: an autumn night is an hour longer, the counted hours are not', () => {
    const zone = 'Europe/Warsaw';
    const requestedAt = wall('2026-10-24T21:00', zone);
    const clock = defaultResponseClock;
    const deadline = responseDeadline({ requestedAt, zone, clock, startsAt: never });
    expect(wallText(deadline, zone)).toBe('2026-10-25T17:00');
    expect(deadline.epochMilliseconds - requestedAt.epochMilliseconds).toBe(21 * 3_600_000);
  });

  test('D3: a skipped hour in the open window is not counted', () => {
    expect(deadlineOf('2026-03-28T20:00', 'Europe/Warsaw', roundTheClock)).toBe('2026-03-29T09:00');
  });

  test('D3: an hour shown twice in the open window counts twice', () => {
    expect(deadlineOf('2026-10-24T20:00', 'Europe/Warsaw', roundTheClock)).toBe('2026-10-25T07:00');
  });

  test('D3: Easter Island has 17 open hours on 2026-04-04', () => {
    expect(openHours('2026-04-04T00:00', '2026-04-05T00:00', 'Pacific/Easter')).toBe(17);
    expect(deadlineOf('2026-04-04T11:00', 'Pacific/Easter')).toBe('2026-04-04T22:00');
  });

  test('D3: Samoa skipped 2011-12-30 as a whole', () => {
    expect(openHours('2011-12-29T00:00', '2012-01-01T00:00', 'Pacific/Apia')).toBe(32);
    expect(deadlineOf('2011-12-29T21:00', 'Pacific/Apia')).toBe('2011-12-31T17:00');
  });

  test('D3: Kwajalein skipped 1993-08-21 as a whole', () => {
    expect(openHours('1993-08-20T00:00', '1993-08-23T00:00', 'Pacific/Kwajalein')).toBe(32);
    expect(deadlineOf('1993-08-20T21:00', 'Pacific/Kwajalein')).toBe('1993-08-22T17:00');
  });

  test('D3: a skipped Friday is not a closed day, nor an open one', () => {
    const clock = { ...defaultResponseClock, closedDays: [6] };
    expect(deadlineOf('2011-12-29T21:00', 'Pacific/Apia', clock)).toBe('2012-01-01T17:00');
  });

  test('D3: Lord Howe moves by half an hour', () => {
    const zone = 'Australia/Lord_Howe';
    expect(openHours('2026-04-05T00:00', '2026-04-06T00:00', zone, roundTheClock)).toBe(24.5);
    expect(openHours('2026-10-04T00:00', '2026-10-05T00:00', zone, roundTheClock)).toBe(23.5);
  });

  test.each([
    ['Asia/Beirut', '2026-03-29'],
    ['Africa/Cairo', '2026-04-24'],
    ['America/Havana', '2026-03-08'],
  ])('D3: in %s the midnight of %s does not exist', (zone, date) => {
    const from = wall(`${date}T01:00`, zone);
    expect(wallText(from.subtract({ milliseconds: 1 }), zone)).not.toMatch(new RegExp(`^${date}`));
    const to = from.add({ hours: 23 });
    expect(openTime({ from, to, zone, clock: roundTheClock })).toBe(23 * 3_600_000);
    const early = { ...defaultResponseClock, opens: '00:30', closes: '02:00', hours: 1 };
    const deadline = responseDeadline({ requestedAt: from, zone, startsAt: never, clock: early });
    expect(wallText(deadline, zone)).toBe(`${date}T02:00`);
  });

  test('D3: a fold over midnight opens the day before once more', () => {
    // In Havana 2026-11-01 01:00 becomes 00:00; in Santiago midnight of 2026-04-05 becomes 23:00.
    const late = { ...defaultResponseClock, opens: '23:00', closes: '24:00' };
    expect(openHours('2026-04-04T12:00', '2026-04-05T12:00', 'America/Santiago', late)).toBe(2);
    const early = { ...defaultResponseClock, opens: '00:00', closes: '01:00' };
    expect(openHours('2026-10-31T12:00', '2026-11-01T12:00', 'America/Havana', early)).toBe(2);
  });

  test('D3: an offset with seconds, Monrovia until 1972', () => {
    // On 1972-01-07 local time went from 44 minutes and 30 seconds behind UTC to UTC itself.
    const zone = 'Africa/Monrovia';
    const from = utc('1972-01-06T22:00:07');
    const to = utc('1972-01-07T03:00:00');
    const clock = { ...defaultResponseClock, opens: '00:00', closes: '01:00', hours: 1 };
    const counted = countedOpenTime(from, to, zone, clock, 1000);
    expect(counted).toBe((15 * 60 + 30) * 1000);
    expect(openTime({ from, to, zone, clock })).toBe(counted);
  });

  test('D3: a closed weekend waits for Monday', () => {
    const clock = { ...defaultResponseClock, closedDays: [6, 7] };
    expect(deadlineOf('2026-11-13T21:00', 'Europe/Warsaw', clock)).toBe('2026-11-16T17:00');
  });

  test('D3: weekdays before 1970 are counted backwards', () => {
    const clock = { ...defaultResponseClock, closedDays: [7] };
    expect(deadlineOf('1969-12-27T21:00', 'UTC', clock)).toBe('1969-12-29T17:00');
  });

  test('D3: a window up to 24:00 reaches midnight', () => {
    const clock = { ...defaultResponseClock, closes: '24:00', hours: 18 };
    expect(deadlineOf('2026-11-10T06:00', 'Europe/Warsaw', clock)).toBe('2026-11-11T00:00');
  });
});

test('D4: the deadline is never after the start', () => {
  const zone = 'Europe/Warsaw';
  const requestedAt = wall('2026-11-10T10:00', zone);
  const startsAt = wall('2026-11-10T15:00', zone);
  const clock = defaultResponseClock;
  const deadline = responseDeadline({ requestedAt, zone, startsAt, clock });
  expect(toText(deadline)).toBe(toText(startsAt));
  const tied = hours(requestedAt, 12);
  expect(toText(responseDeadline({ requestedAt, zone, startsAt: tied, clock }))).toBe(toText(tied));
});

test('D4: a clock that is never open ends at the start', () => {
  const startsAt = utc('2026-11-12T10:00');
  const base = { requestedAt: utc('2026-11-10T10:00'), zone: 'Europe/Warsaw', startsAt };
  const closed = { ...defaultResponseClock, closedDays: [1, 2, 3, 4, 5, 6, 7] };
  const inverted = { ...defaultResponseClock, opens: '22:00', closes: '06:00' };
  const empty = { ...defaultResponseClock, opens: '06:00', closes: '06:00' };
  for (const clock of [closed, inverted, empty]) {
    expect(toText(responseDeadline({ ...base, clock }))).toBe(toText(startsAt));
  }
});

test('D3: a clock of many years is counted to its end', () => {
  const clock = { hours: 10_000, opens: '10:00', closes: '12:00', closedDays: [1, 2, 3, 4, 5, 6] };
  const zone = 'Europe/Warsaw';
  const requestedAt = utc('2026-11-10T10:00');
  const deadline = responseDeadline({ requestedAt, zone, clock, startsAt: never });
  const local = deadline.toZonedDateTimeISO(zone);
  // Two hours on each of 5,000 Sundays, the first on 2026-11-15.
  expect(local.toPlainDate().toString()).toBe('2122-09-06');
  expect(local.hour).toBe(12);
});

test('D4: what has counted by the limit itself has not counted before it', () => {
  const from = wall('2026-06-01T10:00', 'Europe/Warsaw');
  const by = (limit: Instant) =>
    afterOpenTime({
      from,
      length: 3_600_000,
      zone: 'Europe/Warsaw',
      clock: defaultResponseClock,
      limit,
    });
  const eleven = hours(from, 1);
  expect(by(eleven)).toBeNull();
  expect(by(eleven.add({ milliseconds: 1 }))?.toString()).toBe(eleven.toString());
});
