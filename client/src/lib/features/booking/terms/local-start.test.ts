import { Temporal, toText } from '@confab/shared';
import { expect, test } from 'vitest';
import { localStart } from './local-start.ts';
import { refusedField } from './refused-field.ts';

test('B8: a date and a time are a moment in the writer’s zone', () => {
  expect(localStart('2026-11-24', '10:00', 'Europe/Helsinki', undefined)).toEqual({
    date: '2026-11-24',
    time: '10:00',
    zone: 'Europe/Helsinki',
  });
});

test('seconds that a browser adds are left out', () => {
  expect(localStart('2026-11-24', '10:00:00', 'UTC', undefined)?.time).toBe('10:00');
});

test('B8: the answer to which of two goes with it', () => {
  expect(localStart('2026-10-25', '03:30', 'Europe/Helsinki', 'later')?.which).toBe('later');
});

test('with date or time missing there is no moment', () => {
  expect(localStart('', '10:00', 'UTC', undefined)).toBeNull();
  expect(localStart('2026-11-24', '', 'UTC', undefined)).toBeNull();
});

test('each refusal stands at the field it is about', () => {
  const at = toText(Temporal.Instant.fromEpochMilliseconds(0));
  expect(refusedField({ code: 'time-gap', earlierAt: at, laterAt: at })).toBe('which');
  expect(refusedField({ code: 'busy' })).toBe('time');
  expect(refusedField({ code: 'duration', allowed: [60] })).toBe('duration');
  expect(refusedField({ code: 'location' })).toBe('location');
  expect(refusedField({ code: 'malformed', field: 'start.date' })).toBe('time');
  expect(refusedField({ code: 'malformed', field: 'note' })).toBe('note');
  expect(refusedField({ code: 'gate' })).toBe('all');
});
