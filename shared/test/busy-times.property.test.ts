import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { joined, Temporal, type Span } from '../src/index.ts';
import { busyTimes } from '../src/busy/reading/index.ts';
import { calendar, event, written, zoneText } from './calendar-text.ts';

const minute = 60_000;
const within = { from: Date.UTC(2026, 1, 1), to: Date.UTC(2026, 10, 30) };

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

const zones = fc.constantFrom(
  'Europe/Helsinki',
  'America/New_York',
  'America/Santiago',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'Africa/Casablanca',
  'UTC',
);

const rules = fc.record({
  freq: fc.constantFrom('DAILY' as const, 'WEEKLY' as const, 'MONTHLY' as const),
  interval: fc.integer({ min: 1, max: 3 }),
  days: fc.uniqueArray(fc.nat(6), { maxLength: 4 }),
  end: fc.oneof(
    fc.record({ count: fc.integer({ min: 1, max: 60 }) }),
    fc.record({ after: fc.integer({ min: 0, max: 200 }) }),
    fc.constant({}),
  ),
});

type Rule = typeof rules extends fc.Arbitrary<infer One> ? One : never;

const repeated = fc.record({
  zone: zones,
  /** How the calendar says its zone: described, by name alone, or not at all. */
  way: fc.constantFrom('described' as const, 'named' as const, 'floating' as const),
  rule: rules,
  // No clock changes at these hours.
  hour: fc.integer({ min: 6, max: 20 }),
  quarter: fc.integer({ min: 0, max: 3 }),
  begins: fc.integer({ min: -60, max: 200 }),
  minutes: fc.constantFrom(0, 25, 60, 90, 1500),
  /** Occurrences that are taken out, moved and set free, by number. */
  out: fc.uniqueArray(fc.nat(8), { maxLength: 3 }),
  moved: fc.option(fc.nat(8), { nil: null }),
  wholeDay: fc.boolean(),
});

type Repeated = typeof repeated extends fc.Arbitrary<infer One> ? One : never;

/** Does the rule hold on this day, as its words say? */
function holdsOn(
  { freq, interval, days }: Rule,
  first: Temporal.PlainDate,
  on: Temporal.PlainDate,
) {
  if (freq === 'DAILY') return first.until(on).days % interval === 0;
  if (freq === 'MONTHLY') {
    const months = (on.year - first.year) * 12 + on.month - first.month;
    return on.day === first.day && months % interval === 0;
  }
  const monday = (date: Temporal.PlainDate) => date.subtract({ days: date.dayOfWeek - 1 });
  const weeks = monday(first).until(monday(on)).days / 7;
  const named = [...days, first.dayOfWeek - 1];
  return weeks % interval === 0 && named.includes(on.dayOfWeek - 1);
}

/** The days on which it takes place, looked at one after the other. */
function daysOf({ rule, begins }: Repeated): Temporal.PlainDate[] {
  const first = Temporal.PlainDate.from('2026-03-01').add({ days: begins });
  const last = 'after' in rule.end ? first.add({ days: rule.end.after ?? 0 }) : null;
  const found: Temporal.PlainDate[] = [];
  for (let ahead = 0; ahead < 400; ahead += 1) {
    const on = first.add({ days: ahead });
    if (last && Temporal.PlainDate.compare(on, last) > 0) break;
    if (holdsOn(rule, first, on)) found.push(on);
    if ('count' in rule.end && found.length === rule.end.count) break;
  }
  return found;
}

function slowly(one: Repeated): Span[] {
  const spans = daysOf(one).flatMap((on, index): Span[] => {
    if (one.out.includes(index)) return [];
    const midnight = (date: Temporal.PlainDate) => date.toZonedDateTime(one.zone).epochMilliseconds;
    if (one.wholeDay) return [{ from: midnight(on), to: midnight(on.add({ days: 1 })) }];
    const from = startOn(on, one) + (one.moved === index ? 3 * 60 * minute : 0);
    return [{ from, to: from + one.minutes * minute }];
  });
  return joined(
    spans
      .map(({ from, to }) => ({ from: Math.max(from, within.from), to: Math.min(to, within.to) }))
      .filter(({ from, to }) => from < to),
  );
}

const startOn = (on: Temporal.PlainDate, { zone, hour, quarter }: Repeated): number =>
  on.toZonedDateTime({
    timeZone: zone,
    plainTime: Temporal.PlainTime.from({ hour, minute: quarter * 15 }),
  }).epochMilliseconds;

function textOf(one: Repeated): string {
  const { zone, way, rule, minutes, wholeDay } = one;
  const days = daysOf(one);
  const [first = Temporal.PlainDate.from('2026-03-01')] = days;
  const dateText = (on: Temporal.PlainDate) => on.toString().replaceAll('-', '');
  const tzid = way === 'floating' ? '' : `;TZID=${way === 'described' ? 'Own words' : zone}`;
  const at = (on: Temporal.PlainDate) =>
    wholeDay ? `;VALUE=DATE:${dateText(on)}` : `${tzid}:${written(startOn(on, one), zone)}`;
  const last = 'after' in rule.end ? first.add({ days: rule.end.after ?? 0 }) : null;
  const until = wholeDay
    ? last && dateText(last)
    : last && `${written(startOn(last, one), 'UTC')}Z`;
  const rrule = [
    `FREQ=${rule.freq}`,
    `INTERVAL=${String(rule.interval)}`,
    ...(rule.freq === 'WEEKLY' && rule.days.length > 0
      ? [
          `BYDAY=${[...new Set([...rule.days, first.dayOfWeek - 1])].map((n) => weekdays[n]).join(',')}`,
        ]
      : []),
    ...('count' in rule.end ? [`COUNT=${String(rule.end.count)}`] : []),
    ...(until ? [`UNTIL=${until}`] : []),
  ].join(';');
  const out = one.out.flatMap((index) => days[index] ?? []);
  const moved = one.moved === null || wholeDay ? undefined : days[one.moved];
  const isOut = one.moved !== null && one.out.includes(one.moved);
  const series = event(
    'UID:1',
    `DTSTART${at(first)}`,
    ...(wholeDay ? [] : [`DURATION:PT${String(minutes)}M`]),
    `RRULE:${rrule}`,
    ...out.map((on) => `EXDATE${at(on)}`),
  );
  const from = moved ? startOn(moved, one) : 0;
  const exception =
    moved && !isOut
      ? event(
          'UID:1',
          `RECURRENCE-ID${at(moved)}`,
          `DTSTART:${written(from + 180 * minute, 'UTC')}Z`,
          `DTEND:${written(from + (180 + minutes) * minute, 'UTC')}Z`,
        )
      : '';
  const described = way === 'described' ? [zoneText(zone, 'Own words')] : [];
  return calendar(...described, series, ...(exception === '' ? [] : [exception]));
}

test('A9: what repeats is busy when its rule says, on the clock of its zone, day after day', () => {
  fc.assert(
    fc.property(repeated, (one) => {
      const read = busyTimes(textOf(one), { zone: one.zone, within });
      expect(read).toEqual({ ok: true, busy: slowly(one), leftOut: 0 });
    }),
    { numRuns: 120 },
  );
});

test('A9: whatever is written, it is read, or refused by a code', () => {
  const lines = fc.array(
    fc.oneof(
      fc.constantFrom(
        'BEGIN:VEVENT',
        'END:VEVENT',
        'BEGIN:VTIMEZONE',
        'END:VCALENDAR',
        'DTSTART:20260301T100000Z',
        'DTSTART;VALUE=DATE:20260230',
        'DTEND:20260301T090000Z',
        'DURATION:-PT1H',
        'RRULE:FREQ=DAILY;COUNT=5',
        'RRULE:FREQ=NEVER',
        'EXDATE:not a date',
        'TZID:',
        ' folded',
      ),
      fc.string({ maxLength: 30 }),
    ),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(lines, (some) => {
      const read = busyTimes(calendar(...some), { zone: 'UTC', within });
      const fault = read.ok ? null : read.fault;
      expect([null, 'no-calendar', 'too-much']).toContain(fault);
      const busy = read.ok ? read.busy : [];
      expect(busy.every(({ from, to }) => to - from >= minute)).toBe(true);
    }),
    { numRuns: 150 },
  );
});
