import { expect, test } from 'vitest';
import { mostAttempts, untilNext } from '../../src/outbox/backoff.ts';

const hour = 3_600_000;

/** Hours from the first attempt to the last, with these chances in turn. */
function hoursOf(chance: () => number): number {
  let sum = 0;
  for (let attempts = 1; attempts < mostAttempts; attempts++) sum += untilNext(attempts, chance());
  return sum / hour;
}

/** Chances as they fall, the same in every run. */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

test('a letter is tried for about three days, and longer than from Friday evening to Monday morning', () => {
  expect(hoursOf(() => 0.5)).toBeGreaterThan(72);
  expect(hoursOf(() => 0.5)).toBeLessThan(76);
  const all = Array.from({ length: 1_000 }, (_, seed) => hoursOf(chances(seed)));
  expect(Math.min(...all)).toBeGreaterThan(62);
  expect(Math.max(...all)).toBeLessThan(90);
});

test('attempts lie further apart each time, up to six hours, and never at one time for all', () => {
  for (let attempts = 1; attempts < mostAttempts; attempts++) {
    const [least, most] = [untilNext(attempts, 0), untilNext(attempts, 1)];
    expect(most).toBe(Math.min(6 * hour, 30_000 * 2 ** (attempts - 1)));
    expect(least).toBe(most / 2);
  }
});
