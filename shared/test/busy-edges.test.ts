import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { Budget, TooMuch } from '../src/busy/reading/budget.ts';
import { Clocks } from '../src/busy/reading/clocks.ts';
import { once } from '../src/busy/reading/occurrences.ts';
import { busyIn, one, oneHour } from './busy-read.ts';
import { calendar, event } from './calendar-text.ts';

const busy = ['03-02T10:00/03-02T11:00'];
/** Five days from Monday, 2 March. */
const daily = [...oneHour, 'RRULE:FREQ=DAILY;COUNT=5'];
const hourOn = (...days: string[]) => days.map((day) => `03-${day}T10:00/03-${day}T11:00`);

test('A9: what an event says of itself is read in small letters, too', () => {
  expect(busyIn(one(...oneHour, 'TRANSP:transparent'))).toEqual([]);
  expect(busyIn(one(...oneHour, 'STATUS:cancelled'))).toEqual([]);
  expect(busyIn(one(...oneHour, 'TRANSP:OPAQUE', 'STATUS:CONFIRMED'))).toEqual(busy);
});

test('A9: Confab’s own sessions are known by their whole name', () => {
  const id = '6b1f5f0e-8f5b-4f0e-9a55-0d8f5d2f1c11';
  const named = (uid: string) => busyIn(calendar(event(`UID:${uid}`, ...oneHour)));
  expect(named(`${id.toUpperCase()}@CONFAB`)).toEqual([]);
  for (const uid of [
    id,
    `x${id}@confab`,
    `${id}@confab.org`,
    '1@confab',
    `${id.replace('6', 'g')}@confab`,
  ])
    expect(named(uid)).toEqual(busy);
});

test('A9: whole days are one at least; a duration may be of weeks, days and hours', () => {
  const on = ['DTSTART;VALUE=DATE:20260310'];
  for (const end of ['DTEND;VALUE=DATE:20260310', 'DTEND;VALUE=DATE:20260309', 'DURATION:PT0S'])
    expect(busyIn(one(...on, end), 'UTC')).toEqual(['03-10T00:00/03-11T00:00']);
  expect(busyIn(one(...on, 'DURATION:P1W'), 'UTC')).toEqual(['03-10T00:00/03-17T00:00']);
  const at = 'DTSTART:20260302T100000Z';
  expect(busyIn(one(at, 'DURATION:P1W'))).toEqual(['03-02T10:00/03-09T10:00']);
  expect(busyIn(one(at, 'DURATION:P1DT2H30M60S'))).toEqual(['03-02T10:00/03-03T12:31']);
});

test('A9: a rule ends with its last moment, or with the whole of its last day', () => {
  const until = (end: string) => busyIn(one(...oneHour, `RRULE:FREQ=DAILY;UNTIL=${end}`));
  expect(until('20260304T100000Z')).toEqual(hourOn('02', '03', '04'));
  expect(until('20260304T095959Z')).toEqual(hourOn('02', '03'));
  expect(until('20260304')).toEqual(hourOn('02', '03', '04'));
  const days = ['DTSTART;VALUE=DATE:20260302', 'RRULE:FREQ=DAILY;UNTIL=20260303T000000Z'];
  expect(busyIn(one(...days), 'UTC')).toEqual(['03-02T00:00/03-04T00:00']);
  // In Auckland it is the next day already.
  const morning = ['DTSTART;TZID=Pacific/Auckland:20260303T080000', 'DURATION:PT1H'];
  expect(busyIn(one(...morning, 'RRULE:FREQ=DAILY;UNTIL=20260303T190000Z'))).toEqual([
    '03-02T19:00/03-02T20:00',
    '03-03T19:00/03-03T20:00',
  ]);
  // The last moment is one of UTC, the start one of New York: it is not half a day too early.
  const evening = ['DTSTART;TZID=America/New_York:20260302T200000', 'DURATION:PT1H'];
  expect(busyIn(one(...evening, 'RRULE:FREQ=DAILY;UNTIL=20260304T010000Z'))).toEqual([
    '03-03T01:00/03-03T02:00',
    '03-04T01:00/03-04T02:00',
  ]);
});

test('A9: what began long ago, or is long, reaches into the time that counts; what is too far does not', () => {
  const old = [
    'DTSTART:20200101T100000Z',
    'DURATION:PT1H',
    'RRULE:FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=5',
  ];
  expect(busyIn(one(...old))).toEqual(hourOn('05'));
  // Ten days each month: the one of February is not over when March begins.
  const long = ['DTSTART:20260125T000000Z', 'DURATION:P10D', 'RRULE:FREQ=MONTHLY'];
  expect(busyIn(one(...long))).toEqual([
    '03-01T00:00/03-07T00:00',
    '03-25T00:00/04-04T00:00',
    '04-25T00:00/04-30T00:00',
  ]);
  // Every night across midnight, since long before.
  const nights = ['DTSTART:20260220T230000Z', 'DURATION:PT2H', 'RRULE:FREQ=DAILY;COUNT=10'];
  expect(busyIn(one(...nights))).toEqual(['03-01T00:00/03-01T01:00', '03-01T23:00/03-02T01:00']);
  const endless = ['DTSTART:20260429T230000Z', 'DURATION:PT2H', 'RRULE:FREQ=DAILY'];
  expect(busyIn(one(...endless))).toEqual(['04-29T23:00/04-30T00:00']);
});

test('A9: a date taken out is a moment, a whole day, or one in its own zone', () => {
  const without = (line: string) => busyIn(one(...daily, line));
  expect(without('EXDATE:20260303T100000Z,20260305T100000Z')).toEqual(hourOn('02', '04', '06'));
  expect(without('EXDATE:20260303T110000Z')).toEqual(hourOn('02', '03', '04', '05', '06'));
  expect(without('EXDATE;TZID=Europe/Helsinki:20260303T120000')).toEqual(
    hourOn('02', '04', '05', '06'),
  );
  expect(without('EXDATE:20260302T100000Z')).toEqual(hourOn('03', '04', '05', '06'));
  const put = ['RDATE:20260310T100000Z,20260311T100000Z', 'EXDATE:20260311T100000Z'];
  expect(busyIn(one(...oneHour, ...put))).toEqual(hourOn('02', '10'));
});

test('A9: no time at all makes nobody busy, not even a minute', () => {
  expect(busyIn(one('DTSTART:20260302T100010Z'))).toEqual([]);
  expect(busyIn(one('DTSTART:20260302T100010Z', 'DTEND:20260302T100005Z'))).toEqual([]);
});

test('A9: a whole day is the mentor’s, whatever zone is written to it', () => {
  const text = one('DTSTART;VALUE=DATE;TZID=America/New_York:20260310');
  expect(busyIn(text, 'UTC')).toEqual(['03-10T00:00/03-11T00:00']);
});

test('A9: only what says so is a busy time', () => {
  const period = '20260304T100000Z/PT1H';
  expect(busyIn(one(...oneHour, `X-ELSE;VALUE=PERIOD:${period}`))).toEqual(busy);
  expect(busyIn(calendar('BEGIN:VTODO', `FREEBUSY:${period}`, 'END:VTODO'))).toEqual([]);
});

test('A9: an event without a start is told from one that is read', () => {
  const eventOf = (...lines: string[]) =>
    new ICAL.Component(ICAL.parse(one(...lines)) as unknown[]).getFirstSubcomponent('vevent');
  for (const lines of [[], ['DTSTART;VALUE=TEXT:soon']]) {
    const without = eventOf(...lines);
    expect(() => without && once(without, new Clocks('UTC'))).toThrow('an event without a start');
  }
});

test('A9: as many stretches as a calendar may have are read', () => {
  const often = 'RRULE:FREQ=MINUTELY;INTERVAL=2;COUNT=4000';
  const answer = busyIn(one('DTSTART:20260301T000000Z', 'DURATION:PT1M', often));
  expect(answer).toHaveLength(4_000);
});

test('A9: further periods are busy on the clock of their zone, unless the event leaves its time free', () => {
  const period = 'RDATE;VALUE=PERIOD;TZID=America/New_York:20260311T090000/20260311T093000';
  expect(busyIn(one(...oneHour, period))).toEqual([...busy, '03-11T13:00/03-11T13:30']);
  expect(busyIn(one(...oneHour, period, 'TRANSP:TRANSPARENT'))).toEqual([]);
});

test('A9: from one on all changed: the latest change counts, called off or no longer free', () => {
  const change = (day: string, ...lines: string[]) =>
    event('UID:1', `RECURRENCE-ID;RANGE=thisandfuture:202603${day}T100000Z`, ...lines);
  const at = (day: string, hour: string) => [`DTSTART:202603${day}T${hour}0000Z`, 'DURATION:PT30M'];
  const series = event('UID:1', ...daily);
  expect(
    busyIn(calendar(series, change('05', ...at('05', '14')), change('03', ...at('03', '12')))),
  ).toEqual([
    ...busy,
    '03-03T12:00/03-03T12:30',
    '03-04T12:00/03-04T12:30',
    '03-05T14:00/03-05T14:30',
    '03-06T14:00/03-06T14:30',
  ]);
  expect(busyIn(calendar(series, change('04', ...at('04', '10'), 'STATUS:CANCELLED')))).toEqual(
    hourOn('02', '03'),
  );
  const free = event('UID:1', ...daily, 'TRANSP:TRANSPARENT');
  expect(
    busyIn(calendar(free, change('05', ...oneHour.map((line) => line.replace('0302', '0305'))))),
  ).toEqual(hourOn('05', '06'));
});

test('A9: events without a name have nothing to do with each other', () => {
  const other = ['RECURRENCE-ID;RANGE=THISANDFUTURE:20260304T100000Z', 'DTSTART:20260304T120000Z'];
  const text = calendar(event(...daily), event(...other, 'DURATION:PT30M'));
  expect(busyIn(text)).toEqual([
    ...hourOn('02', '03', '04'),
    '03-04T12:00/03-04T12:30',
    ...hourOn('05', '06'),
  ]);
  // With one name, the second is what became of the first.
  const same = calendar(event('UID:1', ...daily), event('UID:1', ...other, 'DURATION:PT30M'));
  expect(busyIn(same)).toEqual([
    ...hourOn('02', '03'),
    '03-04T12:00/03-04T12:30',
    '03-05T12:00/03-05T12:30',
    '03-06T12:00/03-06T12:30',
  ]);
});

test('A9: of what tells no more than when one is busy, only what is called free is left out', () => {
  const line = (type: string) =>
    busyIn(
      calendar(
        'BEGIN:VFREEBUSY',
        'DTSTART:20260301T000000Z',
        `FREEBUSY${type}:20260302T100000Z/20260302T110000Z`,
        'END:VFREEBUSY',
      ),
    );
  for (const type of ['', ';FBTYPE=BUSY', ';FBTYPE=BUSY-TENTATIVE'])
    expect(line(type)).toEqual(busy);
  expect(line(';FBTYPE=free')).toEqual([]);
});

test('A9: two calendars may stand in one file, and a whole calendar of something else is none', () => {
  const second = calendar(event('UID:2', ...oneHour.map((line) => line.replace('0302', '0304'))));
  expect(busyIn(one(...oneHour) + second)).toEqual(hourOn('02', '04'));
  expect(busyIn(`${one(...oneHour)}BEGIN:VCARD\r\nEND:VCARD\r\n`)).toEqual(['no-calendar']);
});

test('A9: a hundred thousand are looked at, and not one more', () => {
  const budget = new Budget();
  for (let at = 0; at < 100_000; at += 1) budget.spend();
  expect(() => budget.spend()).toThrow(TooMuch);
});
