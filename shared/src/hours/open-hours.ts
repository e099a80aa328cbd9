import type { ConstantOffset } from '../time/constant-offset.ts';
import { dayLength } from '../time/lengths.ts';
import { isoWeekday, localDayOf, sinceMidnight } from '../time/local-day.ts';
import { joined, type Span } from '../time/span.ts';
import type { Hours, Stretch } from './hours.ts';

/** Milliseconds after local midnight. */
type DayHours = Span[];

/**
 * The time that lies in a mentor's hours. An instant does iff its local wall time lies in a stretch
 * of its local date: gaps, folds and skipped days follow from that alone. @see A1
 */
export function openHours(hours: Hours, pieces: ConstantOffset[]): Span[] {
  const on = hoursByDay(hours);
  const open: Span[] = [];
  for (const { from, to, offset } of pieces) {
    const lastDay = Math.floor((to - 1 + offset) / dayLength);
    for (let day = Math.floor((from + offset) / dayLength); day <= lastDay; day += 1) {
      const midnight = day * dayLength - offset;
      for (const stretch of on(day)) {
        const opensAt = Math.max(from, midnight + stretch.from);
        const closesAt = Math.min(to, midnight + stretch.to);
        if (opensAt < closesAt) open.push({ from: opensAt, to: closesAt });
      }
    }
  }
  return joined(open);
}

/** The hours of a local day: those of other days before those of the week. */
function hoursByDay({ week, otherDays }: Hours): (localDay: number) => DayHours {
  const weekly = week.map((stretches) => stretches.map(inMilliseconds));
  const others = otherDays.map(({ first, last, stretches }) => ({
    first: localDayOf(first),
    last: localDayOf(last),
    hours: stretches.map(inMilliseconds),
  }));
  return (localDay) =>
    others.find(({ first, last }) => first <= localDay && localDay <= last)?.hours ??
    weekly[isoWeekday(localDay) - 1] ??
    [];
}

const inMilliseconds = ({ from, to }: Stretch): Span => ({
  from: sinceMidnight(from),
  to: sinceMidnight(to),
});
