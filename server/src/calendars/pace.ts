/** Milliseconds between two looks at a calendar that can be read. */
const usual = 30 * 60_000;
const longest = 6 * 3_600_000;

/** Milliseconds for which no calendar waits longer. */
export const longestWait = (longest * 11) / 10;

/**
 * Milliseconds until a calendar's next turn, a fifth of it by chance: not all come at once.
 *
 * @param failures in a row @param chance from 0 to 1
 */
export function untilNextTurn(failures: number, chance: number): number {
  const whole = Math.min(longest, usual * 2 ** Math.max(0, failures - 1));
  return Math.round(whole * (0.9 + chance / 5));
}
