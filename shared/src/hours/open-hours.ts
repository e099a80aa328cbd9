import type { ConstantOffset } from '../time/constant-offset.ts';
import { isoWeekday, localDayOf, sinceMidnight } from '../time/local-day.ts';
import { localHours } from '../time/local-hours.ts';
import { joined, type Span } from '../time/span.ts';
import type { Hours, Stretch } from './hours.ts';

/** The time that lies in a mentor's hours. @see A1 */
export function openHours(hours: Hours, pieces: ConstantOffset[]): Span[] {
  const hoursOn = hoursByDay(hours);
  return joined(pieces.flatMap((piece) => [...localHours(piece, hoursOn)]));
}

/** The hours of a local day: those of other days before those of the week. */
function hoursByDay({ week, otherDays }: Hours): (localDay: number) => Span[] {
  const weekly = week.map((stretches) => stretches.map(inMilliseconds));
  const others = otherDays.map(({ first, last, stretches }) => ({
    first: localDayOf(first),
    last: localDayOf(last),
    hours: stretches.map(inMilliseconds),
  }));
  return (localDay) =>
    others.find(({ first, last }) => first <= localDay && localDay <= last)?.hours ??
    (weekly[isoWeekday(localDay) - 1] as Span[]);
}

const inMilliseconds = ({ from, to }: Stretch): Span => ({
  from: sinceMidnight(from),
  to: sinceMidnight(to),
});
