import { expect, test } from 'vitest';
import { usuallyAnswers, wakingHours, withinHours } from './answer-words.ts';

const hour = 3_600_000;

test('A7: the usual answer time is told in whole waking hours, rounded up', () => {
  expect(usuallyAnswers(0)).toBe('Usually answers within a waking hour');
  expect(usuallyAnswers(hour)).toBe('Usually answers within a waking hour');
  expect(usuallyAnswers(hour + 1)).toBe('Usually answers within 2 waking hours');
  expect(withinHours(wakingHours(2.5 * hour))).toBe('within 3 waking hours');
  expect(withinHours(wakingHours(60_000))).toBe('within a waking hour');
});
