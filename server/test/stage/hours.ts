import type { Hours } from '@confab/shared';

const day = (from: string, to: string) => [{ from, to }];

/** Weekdays from nine to five, half an hour's pause, four hours of sessions at most. */
export const officeHours: Hours = {
  week: [
    day('09:00', '17:00'),
    day('09:00', '17:00'),
    day('09:00', '17:00'),
    day('09:00', '17:00'),
    day('09:00', '17:00'),
    [],
    [],
  ],
  otherDays: [{ first: '2026-03-06', last: '2026-03-06', stretches: [] }],
  longestDay: 240,
  pause: 30,
};
