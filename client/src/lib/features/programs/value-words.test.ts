import { defaultSettings } from '@confab/shared';
import { expect, test } from 'vitest';
import { changedSettings } from './value-words.ts';

test('F4: the log says of each setting that was changed what it was and what it became', () => {
  expect(changedSettings(defaultSettings, defaultSettings)).toEqual([]);
  const after = {
    ...defaultSettings,
    messageGate: 'recommended' as const,
    minimumNotice: 120,
    durations: [30, 90],
    otherLocations: ['By telephone'],
    clock: { ...defaultSettings.clock, hours: 24, closedDays: [6, 7] },
    margins: { before: 0, after: 45 },
    roomExtension: true,
    mentorReviews: 'hidden' as const,
  };
  const words = changedSettings(defaultSettings, after).map(
    ({ setting, before, after: became }) => `${setting}: ${before} → ${became}`,
  );
  expect(words).toEqual([
    'gate: needed → suggested',
    'notice: none → 2 hours',
    'durations: 30 min, 45 min, 1 h, 1 h 30 min, 2 h → 30 min, 1 h 30 min',
    'places: none → By telephone',
    'hours: 12 hours → 24 hours',
    'closedDays: none → Sat, Sun',
    'before: 30 min before the start → 0 min before the start',
    'after: 30 min after the end → 45 min after the end',
    'extension: not allowed → allowed',
    'reviews: on profiles → for the mentor alone',
  ]);
});
