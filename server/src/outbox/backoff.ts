/** Attempts after which a letter is given up: about three days, so that a weekend loses nothing. */
export const mostAttempts = 26;

const shortest = 30_000;
const longest = 6 * 3_600_000;

/**
 * Milliseconds until the next attempt, twice as long each time; a half of it by chance, so that
 * not everything comes at once. @param chance from 0 to 1
 */
export function untilNext(attempts: number, chance: number): number {
  const whole = Math.min(longest, shortest * 2 ** (attempts - 1));
  return Math.round(whole / 2 + (whole / 2) * chance);
}

/** Milliseconds for which nothing is tried while the mail server is away. */
export const untilBack = (failures: number, chance: number): number =>
  Math.min(300_000, Math.round(untilNext(failures, chance) / 6));
