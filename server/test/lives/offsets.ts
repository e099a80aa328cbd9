import { Temporal } from '@confab/shared';

/** Clocks change on quarters of an hour, in the years tried here. */
const quarter = 15 * 60_000;

/** By zone, then by the number of the quarter since the epoch. */
const asked = new Map<string, Map<number, number>>();

/** How far a zone's clocks are ahead of UTC, in milliseconds; each quarter of an hour is asked once. */
export function offset(zone: string, at: number): number {
  const number = Math.floor(at / quarter);
  let known = asked.get(zone);
  if (!known) asked.set(zone, (known = new Map()));
  let ahead = known.get(number);
  if (ahead === undefined) {
    const instant = Temporal.Instant.fromEpochMilliseconds(number * quarter);
    ahead = instant.toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;
    known.set(number, ahead);
  }
  return ahead;
}
