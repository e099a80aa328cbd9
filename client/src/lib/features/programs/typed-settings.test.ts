import { checkSettings, defaultSettings } from '@confab/shared';
import { describe, expect, test } from 'vitest';
import { differing, settingsFrom, typedFrom } from './typed-settings.ts';

const odd = {
  ...defaultSettings,
  minimumNotice: 90,
  otherLocations: ['By telephone'],
  clock: { hours: 1.5, opens: '08:10', closes: '24:00', closedDays: [6, 7] },
  margins: { before: 5, after: 0 },
  roomExtension: true,
};

test.each([defaultSettings, odd])('what is typed as it stood is what stood', (settings) => {
  expect(settingsFrom(typedFrom(settings))).toEqual(settings);
});

test.each([
  [0, '0', 'hours'],
  [90, '90', 'minutes'],
  [120, '2', 'hours'],
  [2880, '2', 'days'],
])('a notice of %d minutes is said as %s %s', (minimumNotice, amount, unit) => {
  expect(typedFrom({ ...defaultSettings, minimumNotice }).notice).toEqual({ amount, unit });
});

describe('what is no number is no setting', () => {
  test.each(['', ' ', '-1', '1e3', 'ten', '0x10', 'Infinity', '1.2.3'])('%o', (hours) => {
    const settings = settingsFrom({ ...typedFrom(defaultSettings), hours });
    expect(checkSettings(settings)).toMatchObject({ field: 'clock.hours' });
  });

  test('a comma is read as a point', () => {
    expect(settingsFrom({ ...typedFrom(defaultSettings), hours: ' 1,5 ' }).clock.hours).toBe(1.5);
  });
});

test('two typings differ in what is not the same', () => {
  const typed = typedFrom(defaultSettings);
  expect(differing(typed, typedFrom(defaultSettings))).toEqual([]);
  const other = { ...typed, hours: '6', notice: { amount: '0', unit: 'days' as const } };
  expect(differing(typed, other)).toEqual(['notice', 'hours']);
});
