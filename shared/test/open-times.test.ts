import { expect, test } from 'vitest';
import { openTimes, type Hours, type TimesAsked } from '../src/index.ts';
import { utc, wall, wallText, warsaw } from './scene.ts';

const nine = { from: '09:00', to: '11:00' };

/** Tuesdays from nine to eleven, and nothing else. */
const tuesdays: Hours = {
  week: [[], [nine], [], [], [], [], []],
  otherDays: [],
  longestDay: null,
  pause: 0,
};

/** The open times for an hour in the two weeks from Monday 1 June 2026, as Warsaw's clocks show them. */
function open(change: Partial<TimesAsked> = {}): string[] {
  const zone = change.zone ?? warsaw;
  return openTimes({
    hours: tuesdays,
    zone,
    from: wall('2026-06-01T00:00', zone),
    until: wall('2026-06-15T00:00', zone),
    sessions: [],
    taken: [],
    busy: [],
    duration: 60,
    notice: 0,
    horizon: 180,
    now: wall('2026-06-01T00:00', zone),
    ...change,
  }).map((start) => wallText(start, zone).slice(5));
}

const held = (from: string, to: string) => ({
  startsAt: wall(`2026-06-${from}`, warsaw),
  endsAt: wall(`2026-06-${to}`, warsaw),
});

const quarters = (day: string) =>
  ['09:00', '09:15', '09:30', '09:45', '10:00'].map((time) => `06-${day}T${time}`);

test('A2 A3: the whole session lies in the hours and begins on a quarter', () => {
  expect(open()).toEqual([...quarters('02'), ...quarters('09')]);
  expect(open({ duration: 120 })).toEqual(['06-02T09:00', '06-09T09:00']);
  expect(open({ duration: 121 })).toEqual([]);
});

test('A1: on other days their hours hold instead, or none', () => {
  const off = { first: '2026-06-01', last: '2026-06-07', stretches: [] };
  const longer = {
    first: '2026-06-13',
    last: '2026-06-13',
    stretches: [{ from: '22:30', to: '24:00' }],
  };
  expect(open({ hours: { ...tuesdays, otherDays: [off, longer] } })).toEqual([
    ...quarters('09'),
    '06-13T22:30',
    '06-13T22:45',
    '06-13T23:00',
  ]);
});

test('A1 A2: hours that touch at midnight hold a session across it', () => {
  const week: Hours['week'] = [
    [{ from: '23:00', to: '24:00' }],
    [{ from: '00:00', to: '01:00' }],
    [],
    [],
    [],
    [],
    [],
  ];
  expect(open({ hours: { ...tuesdays, week }, duration: 120 })).toEqual([
    '06-01T23:00',
    '06-08T23:00',
  ]);
});

test('A4: back to back without a pause; with one, it stays free on both sides', () => {
  const sessions = [held('02T09:30', '02T10:00')];
  const until = wall('2026-06-03T00:00', warsaw);
  const times = (pause: number) =>
    open({ until, sessions, duration: 30, hours: { ...tuesdays, pause } });
  expect(times(0)).toEqual(['06-02T09:00', '06-02T10:00', '06-02T10:15', '06-02T10:30']);
  expect(times(15)).toEqual(['06-02T10:15', '06-02T10:30']);
});

test('A4: what else is taken needs no pause', () => {
  const taken = [held('02T09:30', '02T10:00')];
  const until = wall('2026-06-03T00:00', warsaw);
  expect(open({ until, taken, duration: 60, hours: { ...tuesdays, pause: 30 } })).toEqual([
    '06-02T10:00',
  ]);
});

test('A5: a day’s sessions never add up to more than the longest', () => {
  const sessions = [held('02T06:00', '02T07:30'), held('09T06:00', '09T07:00')];
  expect(open({ sessions, hours: { ...tuesdays, longestDay: 120 } })).toEqual(quarters('09'));
  expect(open({ sessions, hours: { ...tuesdays, longestDay: 119 } })).toEqual([]);
});

test('A5: a session across midnight counts on each day with its own part', () => {
  const sessions = [held('01T23:00', '02T00:30')];
  const hours = { ...tuesdays, longestDay: 90 };
  expect(open({ sessions, hours })).toEqual([...quarters('02'), ...quarters('09')]);
  expect(open({ sessions, hours: { ...hours, longestDay: 89 } })).toEqual(quarters('09'));
});

test('A5: a session of a whole day counts with all else on the day on which it ends', () => {
  const always = Array.from({ length: 7 }, () => [{ from: '00:00', to: '24:00' }]);
  const starts = (longestDay: number) =>
    open({
      from: wall('2026-06-02T22:45', warsaw),
      until: wall('2026-06-02T23:01', warsaw),
      sessions: [held('03T23:15', '03T23:45')],
      duration: 1440,
      hours: { ...tuesdays, week: always, longestDay },
    });
  expect(starts(1410)).toEqual(['06-02T22:45', '06-02T23:00']);
  expect(starts(1400)).toEqual(['06-02T22:45']);
  expect(starts(1394)).toEqual([]);
});

test('A6 B2: after now, with the notice, and up to the horizon', () => {
  const now = wall('2026-06-02T09:15', warsaw);
  expect(open({ now, horizon: 7 })).toEqual([
    '06-02T09:30',
    '06-02T09:45',
    '06-02T10:00',
    '06-09T09:00',
    '06-09T09:15',
  ]);
  expect(open({ now, horizon: 7, notice: 45 })).toEqual([
    '06-02T10:00',
    '06-09T09:00',
    '06-09T09:15',
  ]);
});

test('A1: a night of hours is an hour shorter where clocks go forward, and longer where they go back', () => {
  const week: Hours['week'] = [[], [], [], [], [], [], [{ from: '01:00', to: '04:00' }]];
  const night = (date: string) =>
    openTimes({
      hours: { ...tuesdays, week },
      zone: warsaw,
      from: utc(`${date}T00:00`).subtract({ hours: 24 }),
      until: utc(`${date}T00:00`).add({ hours: 24 }),
      sessions: [],
      taken: [],
      busy: [],
      duration: 120,
      notice: 0,
      horizon: 180,
      now: utc(`${date}T00:00`).subtract({ hours: 48 }),
    }).map((start) => wallText(start, warsaw).slice(11));
  expect(night('2026-03-29')).toEqual(['01:00']);
  expect(night('2026-06-07')).toEqual(['01:00', '01:15', '01:30', '01:45', '02:00']);
  const long = '01:00 01:15 01:30 01:45 02:00 02:15 02:30 02:45 02:00';
  expect(night('2026-10-25')).toEqual(long.split(' '));
});
