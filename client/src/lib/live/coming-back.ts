/**
 * How a lost line is tried again: milliseconds before the first try and, doubling, before any later
 * one. Each is up to half shorter or longer by chance, so that a restarted server is not met by
 * everybody at once.
 */
export const comingBack = {
  reconnectionDelay: 400,
  reconnectionDelayMax: 4_000,
  randomizationFactor: 0.5,
} as const;
