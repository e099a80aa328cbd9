/** Milliseconds of a minute. */
export const minuteLength = 60_000;

/** Milliseconds of an hour. */
export const hourLength = 60 * minuteLength;

/** Milliseconds of an ordinary day. */
export const dayLength = 86_400_000;
