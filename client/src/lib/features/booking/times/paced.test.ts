import { expect, test } from 'vitest';
import { Temporal } from '@confab/shared';
import { paced } from './paced.ts';

const shown = (...times: string[]) =>
  paced(times.map((time) => Temporal.Instant.from(`2026-06-01T${time}Z`))).map((start) =>
    start.toString().slice(11, 16),
  );

test('A3: of open times by the quarter, the first and then one each half hour', () => {
  expect(shown('09:00', '09:15', '09:30', '09:45', '10:00')).toEqual(['09:00', '09:30', '10:00']);
  expect(shown('09:15', '09:30', '09:45', '10:00')).toEqual(['09:15', '09:45']);
});

test('A3: after a gap it begins anew', () => {
  expect(shown('09:00', '09:15', '09:45', '10:00', '10:15')).toEqual(['09:00', '09:45', '10:15']);
  expect(shown()).toEqual([]);
});
