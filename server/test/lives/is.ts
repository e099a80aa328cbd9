import { expect } from 'vitest';

/** One thing is another, or the life has failed. */
export function is(received: unknown, expected: unknown): void {
  expect(received).toEqual(expected);
}
