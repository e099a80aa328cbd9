import { expect, test } from 'vitest';
import { checkSettings, defaultSettings, type ProgramSettings } from '../src/index.ts';

type Change = Partial<Omit<ProgramSettings, 'clock' | 'margins'>> & {
  clock?: Partial<ProgramSettings['clock']>;
  margins?: Partial<ProgramSettings['margins']>;
};

const check = ({ clock, margins, ...change }: Change) => {
  const answer = checkSettings({
    ...defaultSettings,
    ...change,
    clock: { ...defaultSettings.clock, ...clock },
    margins: { ...defaultSettings.margins, ...margins },
  });
  return answer.ok ? 'ok' : answer.field;
};

test('B2 D1 G1 W1: the defaults are what the rules say, and allowed', () => {
  expect(defaultSettings).toEqual({
    messageGate: 'required',
    minimumNotice: 0,
    bookingHorizon: 180,
    durations: [30, 45, 60, 90, 120],
    otherLocations: [],
    clock: { hours: 12, opens: '06:00', closes: '22:00', closedDays: [] },
    margins: { before: 30, after: 30 },
    roomExtension: false,
    mentorReviews: 'shown',
  });
  expect(check({})).toBe('ok');
});

test.each<[Partial<ProgramSettings['clock']>, string]>([
  [{ hours: 0 }, 'clock.hours'],
  [{ hours: -1 }, 'clock.hours'],
  [{ hours: NaN }, 'clock.hours'],
  [{ hours: Infinity }, 'clock.hours'],
  [{ opens: '22:00', closes: '06:00' }, 'clock.closes'],
  [{ opens: '06:00', closes: '06:00' }, 'clock.closes'],
  [{ opens: '6:00' }, 'clock.opens'],
  [{ opens: 'at 06:00' }, 'clock.opens'],
  [{ opens: '06:00:00' }, 'clock.opens'],
  [{ opens: '24:00' }, 'clock.closes'],
  [{ opens: '25:00' }, 'clock.opens'],
  [{ closes: '24:01' }, 'clock.closes'],
  [{ closedDays: [1, 2, 3, 4, 5, 6, 7] }, 'clock.closedDays'],
  [{ closedDays: [0] }, 'clock.closedDays'],
  [{ closedDays: [8] }, 'clock.closedDays'],
  [{ closedDays: [1.5] }, 'clock.closedDays'],
])('D1: the clock %o is refused', (clock, field) => {
  expect(check({ clock })).toBe(field);
});

test.each<Partial<ProgramSettings['clock']>>([
  { closes: '24:00' },
  { opens: '00:00', closes: '24:00', hours: 24 },
  { closedDays: [1, 2, 3, 4, 5, 6] },
  { closedDays: [7, 7] },
  { hours: 0.5 },
])('D1: the clock %o is allowed', (clock) => {
  expect(check({ clock })).toBe('ok');
});

test('D1: a clock must be able to run out within eight ordinary weeks', () => {
  expect(check({ clock: { hours: 8 * 7 * 16 } })).toBe('ok');
  expect(check({ clock: { hours: 8 * 7 * 16 + 1 } })).toBe('clock.hours');
  const oneDay = { opens: '10:00', closes: '12:30', closedDays: [1, 2, 3, 4, 5, 6] };
  expect(check({ clock: { ...oneDay, hours: 20 } })).toBe('ok');
  expect(check({ clock: { ...oneDay, hours: 20.5 } })).toBe('clock.hours');
});

test.each<[Change, string]>([
  [{ minimumNotice: -1 }, 'minimumNotice'],
  [{ minimumNotice: 1.5 }, 'minimumNotice'],
  [{ minimumNotice: 180 * 24 * 60 + 1 }, 'minimumNotice'],
  [{ bookingHorizon: 0 }, 'bookingHorizon'],
  [{ bookingHorizon: 731 }, 'bookingHorizon'],
  [{ durations: [] }, 'durations'],
  [{ durations: [60, 30] }, 'durations'],
  [{ durations: [30, 30] }, 'durations'],
  [{ durations: [0] }, 'durations'],
  [{ durations: [31] }, 'durations'],
])('B2: the settings %o are refused', (change, field) => {
  expect(check(change)).toBe(field);
});

test.each<Change>([
  { minimumNotice: 180 * 24 * 60 },
  { bookingHorizon: 1 },
  { bookingHorizon: 730 },
  { durations: [5, 1440] },
])('B2: the settings %o are allowed', (change) => {
  expect(check(change)).toBe('ok');
});

test('B2: what is at fault is named beside the code', () => {
  const settings = { ...defaultSettings, durations: [] };
  expect(checkSettings(settings)).toEqual({ ok: false, code: 'settings', field: 'durations' });
});

test.each<[string, string]>([
  ['', 'otherLocations'],
  [' By telephone', 'otherLocations'],
  ['x'.repeat(121), 'otherLocations'],
  ['x'.repeat(120), 'ok'],
])('B1: the kind of location %j: %s', (name, expected) => {
  expect(check({ otherLocations: [name] })).toBe(expected);
});

test('B1 G1 W1 W3: other settings that cannot be are refused by name', () => {
  expect(check({ otherLocations: ['By telephone', 'By telephone'] })).toBe('otherLocations');
  expect(check({ otherLocations: ['By telephone'] })).toBe('ok');
  expect(check({ margins: { before: -1 } })).toBe('margins.before');
  expect(check({ margins: { after: 0.5 } })).toBe('margins.after');
  expect(check({ margins: { before: 1441 } })).toBe('margins.before');
  expect(check({ margins: { before: 0, after: 0 } })).toBe('ok');
  expect(check({ margins: { before: 1440, after: 1440 } })).toBe('ok');
  expect(check({ messageGate: 'recommended' })).toBe('ok');
  expect(check({ messageGate: 'off' as 'required' })).toBe('messageGate');
  expect(check({ roomExtension: 1 as unknown as boolean })).toBe('roomExtension');
});
