import type { Hours } from '@confab/shared';

const workday = [
  { from: '08:00', to: '12:00' },
  { from: '13:00', to: '18:00' },
];

/** A full week with a holiday, a longest day and pauses. */
export const officeHours: Hours = {
  week: [workday, workday, workday, workday, workday, [{ from: '10:00', to: '14:00' }], []],
  otherDays: [{ first: '2026-04-06', last: '2026-04-10', stretches: [] }],
  longestDay: 240,
  pause: 15,
};
