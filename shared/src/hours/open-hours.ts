import type { ConstantOffset } from '../time/constant-offset.ts';
import { dayLength } from '../time/lengths.ts';
import { isoWeekday, sinceMidnight } from '../time/local-day.ts';
import { localHours } from '../time/local-hours.ts';
import { joined, type Span } from '../time/span.ts';
import type { Hours, Stretch } from './hours.ts';

/** The time that lies in a mentor's hours. @see A1 */
export function openHours(hours: Hours, pieces: ConstantOffset[]): Span[] {
  const hoursOn = hoursByDay(hours);
  return joined(pieces.flatMap((piece) => [...localHours(piece, hoursOn)]));
}

/** The hours of a local day: those of other days before those of the week. Most days are never asked for. */
function hoursByDay({ week, otherDays }: Hours): (localDay: number) => Span[] {
  return (localDay) => {
    const date = dateOf(localDay);
    const other = otherDays.find(({ first, last }) => first <= date && date <= last);
    const stretches = other ? other.stretches : (week[isoWeekday(localDay) - 1] as Stretch[]);
    return stretches.map(inMilliseconds);
  };
}

/** `YYYY-MM-DD`, as other days are named. */
const dateOf = (localDay: number): string =>
  new Date(localDay * dayLength).toISOString().slice(0, 10);

const inMilliseconds = ({ from, to }: Stretch): Span => ({
  from: sinceMidnight(from),
  to: sinceMidnight(to),
});
