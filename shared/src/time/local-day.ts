/** The ISO weekday (1 Monday … 7 Sunday) of a local day. Day 0, 1970-01-01, was a Thursday. */
export const isoWeekday = (localDay: number): number => ((((localDay + 3) % 7) + 7) % 7) + 1;

/** Milliseconds after local midnight, of `HH:MM` up to `24:00`; NaN for anything else. */
export function sinceMidnight(time: string): number {
  const [hours = NaN, minutes = NaN] = time.split(':').map(Number);
  return (hours * 60 + minutes) * 60_000;
}
