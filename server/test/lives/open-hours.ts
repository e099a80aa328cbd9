import { offset } from './offsets.ts';

/** D3 by asking again and again: no rule of the product is used here. */
export interface Hours {
  hours: number;
  opens: string;
  closes: string;
  closedDays: number[];
}

/** Every offset of these years and every setting tried here is a whole number of these. */
const cell = 5 * 60_000;

const minute = 60_000;
const day = 24 * 60 * minute;

const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Whether a wall clock that shows this is within the hours. */
function openIn({ opens, closes, closedDays }: Hours): (shown: number) => boolean {
  const [first, end] = [minuteOf(opens), minuteOf(closes)];
  return (shown) => {
    const today = Math.floor(shown / day);
    const past = Math.floor((shown - today * day) / minute);
    // The first of January 1970 was a Thursday.
    return past >= first && past < end && !closedDays.includes(((today + 3) % 7) + 1);
  };
}

/** The instant by which `left` open milliseconds have passed since `from`. @see D3 */
export function runsOut(from: number, left: number, zone: string, clock: Hours): number {
  const isOpen = openIn(clock);
  let counted = 0;
  for (let at = Math.floor(from / cell) * cell; ; at += cell) {
    if (!isOpen(at + offset(zone, at))) continue;
    const begins = Math.max(at, from);
    const length = at + cell - begins;
    if (counted + length >= left) return begins + (left - counted);
    counted += length;
  }
}

/** Open milliseconds in [from, to). @see D3 R3 */
export function openBetween(from: number, to: number, zone: string, clock: Hours): number {
  const isOpen = openIn(clock);
  let counted = 0;
  for (let at = Math.floor(from / cell) * cell; at < to; at += cell)
    if (isOpen(at + offset(zone, at))) counted += Math.min(at + cell, to) - Math.max(at, from);
  return counted;
}
