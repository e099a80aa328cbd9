import { joined, type Span } from '../time/span.ts';
import { packBusy, unpackBusy } from './packed.ts';
import { weekLength } from './reach.ts';

/** Busy times by weeks of UTC, each packed from its beginning: who asks about an afternoon reads one. */
export function busyByWeek(spans: readonly Span[]): Map<number, number[]> {
  const weeks = new Map<number, Span[]>();
  for (const { from, to } of spans)
    for (let week = busyWeekOf(from); week * weekLength < to; week += 1) {
      const begins = week * weekLength;
      const part = { from: Math.max(from, begins), to: Math.min(to, begins + weekLength) };
      const own = weeks.get(week);
      if (own) own.push(part);
      else weeks.set(week, [part]);
    }
  return new Map([...weeks].map(([week, own]) => [week, packBusy(own, week * weekLength)]));
}

/** Counted from 1970-01-01. @param at milliseconds since the epoch */
export const busyWeekOf = (at: number): number => Math.floor(at / weekLength);

interface Week {
  week: number;
  packed: readonly number[];
}

/** The busy times of one week that have a part in a span; what goes on into the next is cut there. */
export const busyInWeek = ({ week, packed }: Week, within?: Span): Span[] =>
  unpackBusy(packed, week * weekLength, within);

/** Busy times as a whole, in order, from the weeks of any number of calendars. */
export const busyOfWeeks = (weeks: readonly Week[]): Span[] =>
  joined(weeks.flatMap((one) => busyInWeek(one)));
