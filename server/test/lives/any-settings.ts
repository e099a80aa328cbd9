import * as fc from 'fast-check';
import { defaultSettings, type ProgramSettings } from '@confab/shared';

const two = (value: number) => String(value).padStart(2, '0');
const timeText = (five: number) => `${two(Math.floor(five / 12))}:${two((five % 12) * 5)}`;

/** Settings that a program may have, in whole five minutes where they are times. */
export const anySettings: fc.Arbitrary<ProgramSettings> = fc
  .record({
    messageGate: fc.constantFrom('required', 'recommended', 'recommended'),
    minimumNotice: fc.constantFrom(0, 0, 0, 60, 1440),
    bookingHorizon: fc.constantFrom(180, 180, 30, 3),
    roomExtension: fc.boolean(),
    margins: fc.constantFrom(
      { before: 30, after: 30 },
      { before: 0, after: 0 },
      { before: 5, after: 120 },
    ),
    clock: fc.oneof(
      fc.constant(defaultSettings.clock),
      fc
        .record({
          opens: fc.integer({ min: 0, max: 200 }),
          length: fc.integer({ min: 24, max: 288 }),
          hours: fc.constantFrom(0.5, 3, 12, 24),
          closedDays: fc.subarray([1, 3, 6, 7], { maxLength: 3 }),
        })
        .map(({ opens, length, hours, closedDays }) => {
          const closes = timeText(Math.min(opens + length, 288));
          return { hours, opens: timeText(opens), closes, closedDays };
        }),
    ),
  })
  .map((changed) => ({ ...defaultSettings, ...changed, otherLocations: ['By telephone'] }));
