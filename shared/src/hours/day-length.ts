/** Milliseconds of an ordinary day. */
export const dayLength = 86_400_000;
