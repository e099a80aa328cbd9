import { expect, test } from 'vitest';
import { busyIn, one, oneHour as hour, read } from './busy-read.ts';
import { calendar, event, zoneText } from './calendar-text.ts';

test('A9: what is free, called off, or one of Confab’s own sessions makes nobody busy', () => {
  expect(busyIn(one(...hour))).toEqual(['03-02T10:00/03-02T11:00']);
  expect(busyIn(one(...hour, 'STATUS:TENTATIVE'))).toEqual(['03-02T10:00/03-02T11:00']);
  expect(busyIn(one(...hour, 'TRANSP:TRANSPARENT'))).toEqual([]);
  expect(busyIn(one(...hour, 'STATUS:CANCELLED'))).toEqual([]);
  const own = 'UID:6b1f5f0e-8f5b-4f0e-9a55-0d8f5d2f1c11@confab';
  expect(busyIn(calendar(event(own, ...hour)))).toEqual([]);
});

test('A9: a whole day is one from midnight to midnight where the mentor is, however long', () => {
  const days = ['DTSTART;VALUE=DATE:20260328', 'DTEND;VALUE=DATE:20260330'];
  expect(busyIn(one(...days))).toEqual(['03-27T22:00/03-29T21:00']);
  expect(busyIn(one(...days), 'America/New_York')).toEqual(['03-28T04:00/03-30T04:00']);
  expect(busyIn(one('DTSTART;VALUE=DATE:20260310'), 'UTC')).toEqual(['03-10T00:00/03-11T00:00']);
  expect(busyIn(one('DTSTART;VALUE=DATE:20260310', 'DURATION:P2D'), 'UTC')).toEqual([
    '03-10T00:00/03-12T00:00',
  ]);
});

test('A9: a time is one of the zone that is described, else of the one that is named, else of the mentor’s', () => {
  const at = (zone: string) => [`DTSTART${zone}:20260330T090000`, 'DURATION:PT30M'];
  expect(busyIn(one(...at('')))).toEqual(['03-30T06:00/03-30T06:30']);
  expect(busyIn(one(...at(';TZID=America/New_York')))).toEqual(['03-30T13:00/03-30T13:30']);
  expect(busyIn(one(...at(';TZID=Nowhere')))).toEqual(['03-30T06:00/03-30T06:30']);
  const described = zoneText('Asia/Kolkata', 'Nowhere');
  expect(busyIn(calendar(described, event('UID:1', ...at(';TZID=Nowhere'))))).toEqual([
    '03-30T03:30/03-30T04:00',
  ]);
});

test('A9: an event is as long as its end or duration says; whole days of one are the calendar’s', () => {
  const night = ['DTSTART;TZID=Europe/Helsinki:20260328T120000'];
  const until = (line: string) => busyIn(one(...night, line));
  expect(until('DURATION:P1D')).toEqual(['03-28T10:00/03-29T09:00']);
  expect(until('DURATION:PT24H')).toEqual(['03-28T10:00/03-29T10:00']);
  expect(until('DURATION:-PT1H')).toEqual([]);
  expect(busyIn(one(...night))).toEqual([]);
  // From its start to its end on every day, also where clocks change within it.
  const weekly = ['DTEND;TZID=Europe/Helsinki:20260329T120000', 'RRULE:FREQ=WEEKLY;COUNT=2'];
  expect(busyIn(one(...night, ...weekly))).toEqual([
    '03-28T10:00/03-29T09:00',
    '04-04T09:00/04-05T08:00',
  ]);
  expect(busyIn(one('DTSTART:20260302T100010Z', 'DTEND:20260302T101510Z'))).toEqual([
    '03-02T10:00/03-02T10:16',
  ]);
});

test('A9: what repeats has dates put in and taken out, one moved, and from one on all changed', () => {
  const daily = [...hour, 'RRULE:FREQ=DAILY;COUNT=5'];
  const series = event(
    'UID:1',
    ...daily,
    'EXDATE:20260303T100000Z',
    'EXDATE;VALUE=DATE:20260306',
    'RDATE:20260310T100000Z',
    'RDATE;VALUE=PERIOD:20260311T100000Z/PT15M',
  );
  const free = event('UID:1', 'RECURRENCE-ID:20260304T100000Z', ...hour, 'TRANSP:TRANSPARENT');
  const moved = event(
    'UID:1',
    'RECURRENCE-ID;RANGE=THISANDFUTURE:20260305T100000Z',
    'DTSTART:20260305T120000Z',
    'DTEND:20260305T123000Z',
  );
  const whole = [series, free];
  expect(busyIn(calendar(...whole))).toEqual([
    '03-02T10:00/03-02T11:00',
    '03-05T10:00/03-05T11:00',
    '03-10T10:00/03-10T11:00',
    '03-11T10:00/03-11T10:15',
  ]);
  expect(busyIn(calendar(...whole, moved))).toEqual([
    '03-02T10:00/03-02T11:00',
    '03-05T12:00/03-05T12:30',
    '03-10T12:00/03-10T12:30',
    '03-11T10:00/03-11T10:15',
  ]);
});

test('A9: a calendar that tells no more than when one is busy is read, too', () => {
  const lines = [
    'BEGIN:VFREEBUSY',
    'FREEBUSY:20260302T100000Z/PT1H,20260302T110000Z/20260302T113000Z',
    'FREEBUSY;FBTYPE=FREE:20260303T100000Z/PT1H',
    'END:VFREEBUSY',
  ];
  expect(busyIn(calendar(...lines))).toEqual(['03-02T10:00/03-02T11:30']);
});

test('A9: an entry that cannot be understood is left out, and counted', () => {
  const text = calendar(event('UID:1', ...hour), event('UID:2', 'SUMMARY:When?'));
  expect(read(text)).toMatchObject({ ok: true, leftOut: 1, busy: [{}] });
});

test('A9: what is no calendar, or more than anybody has, is refused by a code', () => {
  for (const text of ['', '<!doctype html>', 'BEGIN:VCARD\r\nEND:VCARD', 'BEGIN:VCALENDAR'])
    expect(read(text)).toEqual({ ok: false, fault: 'no-calendar' });
  const always = ['DTSTART:19990101T000000Z', 'DURATION:PT1S', 'RRULE:FREQ=SECONDLY'];
  expect(read(one(...always))).toEqual({ ok: false, fault: 'too-much' });
  const often = [
    'DTSTART:20260301T000000Z',
    'DURATION:PT1M',
    'RRULE:FREQ=MINUTELY;INTERVAL=2;COUNT=4010',
  ];
  expect(read(one(...often))).toEqual({ ok: false, fault: 'too-much' });
});
