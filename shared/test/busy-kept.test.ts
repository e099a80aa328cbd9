import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  busyByWeek,
  busyInWeek,
  busyOfWeeks,
  busyWithin,
  calendarAddress,
  joined,
  packBusy,
  reachFrom,
  unpackBusy,
  type Span,
} from '../src/index.ts';

const minute = 60_000;
const day = 86_400_000;
const now = Date.UTC(2026, 2, 2, 9);
const reach = reachFrom(now, 'address');

const spans: fc.Arbitrary<Span[]> = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 200 * 1440 }), fc.integer({ min: 1, max: 20_000 })), {
    maxLength: 30,
  })
  .map((all) =>
    joined(
      all.map(([start, length]) => {
        const from = reach.from + start * minute;
        return { from, to: from + length * minute };
      }),
    ),
  );

/** Empty where it has no part in the other. */
const cut = (one: Span, { from, to }: Span): Span => ({
  from: Math.max(one.from, from),
  to: Math.min(one.to, to),
});

test('A8: busy times are the same after they were sent, and kept week by week', () => {
  fc.assert(
    fc.property(spans, (all) => {
      expect(unpackBusy(packBusy(all))).toEqual(all);
      const weeks = [...busyByWeek(all)].map(([week, packed]) => ({ week, packed }));
      expect(busyOfWeeks(weeks)).toEqual(all);
      const lengths = weeks.flatMap(({ packed }) => packed.filter((_, at) => at % 2 === 1));
      expect(lengths.every((minutes) => minutes >= 1)).toBe(true);
      const { from, to } = reach;
      const part = { from: from + 30 * day, to: from + 33 * day };
      const within = weeks.flatMap((one) => busyInWeek(one, part));
      expect(within.every((one) => one.from < part.to && part.from < one.to)).toBe(true);
      expect(joined(within.map((one) => cut(one, part)))).toEqual(
        joined(all.map((one) => cut(one, part))),
      );
      const inside = busyWithin(packBusy(all), reach) ?? [];
      expect(inside.every((one) => one.from >= from && one.to <= to && one.from < one.to)).toBe(
        true,
      );
      expect(inside).toEqual(
        all.filter((one) => one.from < to).map((one) => ({ ...one, to: Math.min(one.to, to) })),
      );
    }),
  );
});

test('A8: of busy times in between, those that have a part come out whole', () => {
  const packed = [10, 20, 30, 40, 50, 60];
  const all = [
    { from: 10 * minute, to: 30 * minute },
    { from: 60 * minute, to: 100 * minute },
    { from: 150 * minute, to: 210 * minute },
  ];
  expect(unpackBusy(packed)).toEqual(all);
  const within = (from: number, to: number) =>
    unpackBusy(packed, 0, { from: from * minute, to: to * minute });
  expect(within(29, 61)).toEqual(all.slice(0, 2));
  expect(within(30, 60)).toEqual([]);
  expect(within(100, 151)).toEqual(all.slice(2));
});

test('A8: what ends with its week is kept in that week alone', () => {
  const week = 7 * day;
  const span = { from: 10 * week - 60 * minute, to: 10 * week };
  expect([...busyByWeek([span])]).toEqual([[9, [7 * 1440 - 60, 60]]]);
});

test('A8: as many busy times as a calendar may have can be sent', () => {
  const most = Array.from({ length: 8_000 }, () => 1);
  expect(busyWithin(most, { from: 0, to: day })).toHaveLength(720);
});

test.each([
  ['half of a pair', [1]],
  ['no length', [1, 0]],
  ['a part of a minute', [1, 0.5]],
  ['backwards', [30_000_000, -1]],
  ['beyond numbers', [2 ** 52, 2 ** 52]],
  ['too many', Array.from({ length: 8_002 }, () => 1)],
])('A8: busy times with %s are none', (_, packed) => {
  expect(busyWithin(packed, reach)).toBe(null);
});

test('A8: what is kept begins before yesterday and goes on for 200 days, in whole weeks', () => {
  for (let ahead = 0; ahead < 14; ahead += 1) {
    const at = now + ahead * day;
    const { from, to } = reachFrom(at, 'address');
    expect([from % (7 * day), to % (7 * day)]).toEqual([0, 0]);
    expect(from <= at - day && at - day < from + 7 * day).toBe(true);
    expect(at + 200 * day <= to && to < at + 207 * day).toBe(true);
  }
});

test.each([
  ['webcal://Cal.Example.org/a.ics', 'https://cal.example.org/a.ics', 'cal.example.org'],
  [
    ' https://cal.example.org:8443/a?key=b#c ',
    'https://cal.example.org:8443/a?key=b',
    'cal.example.org:8443',
  ],
  ['http://0x7f.1/a', 'http://127.0.0.1/a', '127.0.0.1'],
  ['webcals://a.org/b', 'https://a.org/b', 'a.org'],
  ['https://a.org/?next=webcal://b', 'https://a.org/?next=webcal://b', 'a.org'],
  [`https://a.org/${'x'.repeat(1_986)}`, `https://a.org/${'x'.repeat(1_986)}`, 'a.org'],
])('A8: %s is a calendar’s address', (written, url, host) => {
  expect(calendarAddress(written)).toEqual({ url, host });
});

test.each([
  '',
  'cal.example.org/a.ics',
  'ftp://a.org/b',
  'file:///etc/passwd',
  'https://',
  'ftp://a.org/?next=https://b',
  'https://me:secret@a.org/',
  'https://me@a.org/',
  'https://:secret@a.org/',
  'https://a.org/' + 'x'.repeat(1_987),
])('A8: %s is none', (written) => {
  expect(calendarAddress(written)).toBe(null);
});
