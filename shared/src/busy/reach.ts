import { dayLength } from '../time/lengths.ts';
import type { Span } from '../time/span.ts';

export const weekLength = 7 * dayLength;

/** Days ahead for which busy times are kept: of a calendar that is read again and again, and of a file. */
const reaches = { address: 200, file: 400 } as const;

/**
 * The time whose busy times are kept: whole weeks of UTC, from yesterday on, so that what is kept of a
 * calendar that has not changed is the same from one day to the next.
 *
 * @param now milliseconds since the epoch
 */
export function reachFrom(now: number, kind: keyof typeof reaches): Span {
  const from = Math.floor((now - dayLength) / weekLength) * weekLength;
  const to = Math.ceil((now + reaches[kind] * dayLength) / weekLength) * weekLength;
  return { from, to };
}
