import { describe, expect, test } from 'vitest';
import { backoff } from './backoff.ts';
import { worthAnotherTry } from './ticket.ts';

describe('the pause before the next try', () => {
  test('doubles up to a bound', () => {
    expect([0, 1, 2, 3, 4, 20].map((tries) => backoff(tries, 1))).toEqual([
      400, 800, 1600, 3200, 6000, 6000,
    ]);
  });

  test('is spread over half of itself', () => {
    expect(backoff(2, 0)).toBe(800);
    expect(backoff(2, 0.5)).toBe(1200);
  });
});

describe('a refusal by the node', () => {
  test.for(['grant-expired', 'grant-used', 'unavailable', 'room-closed'])(
    '%s is tried again, not for ever',
    (code) => {
      expect(worthAnotherTry(code, 0)).toBe(true);
      expect(worthAnotherTry(code, 6)).toBe(false);
    },
  );

  test.for(['grant-forged', 'taken-over', 'room-full'])('%s is final', (code) => {
    expect(worthAnotherTry(code, 0)).toBe(false);
  });
});
