import { Temporal } from '@confab/shared';
import { expect, test } from 'vitest';
import { minutesAhead } from './hours-apart.ts';

test.each([
  ['Asia/Kolkata', 'Europe/Helsinki', '2026-11-24T10:00Z', 210],
  ['Europe/Helsinki', 'Asia/Kolkata', '2026-11-24T10:00Z', -210],
  ['Asia/Kolkata', 'Europe/Helsinki', '2026-07-01T10:00Z', 150],
  ['Europe/Paris', 'Europe/Berlin', '2026-07-01T10:00Z', 0],
])('%s is ahead of %s at %s by %d minutes', (zone, of, at, minutes) => {
  expect(minutesAhead(zone, of, Temporal.Instant.from(at))).toBe(minutes);
});
