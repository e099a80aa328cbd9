/** Milliseconds of the first pause and of the longest. */
const first = 400;
const longest = 6_000;

/**
 * Milliseconds to wait before try number `tries` (from 0): doubling, and spread over half to the
 * whole of it, so that a room's people do not all come back in the same instant.
 * @param chance 0 to 1
 */
export function backoff(tries: number, chance: number = Math.random()): number {
  const whole = Math.min(longest, first * 2 ** tries);
  return Math.round((whole / 2) * (1 + chance));
}
