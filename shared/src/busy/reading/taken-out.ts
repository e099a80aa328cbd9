import type ICAL from 'ical.js';
import type { Clock, Clocks } from './clocks.ts';
import { roughly } from './steps.ts';

/** The dates that are taken out, as moments or as whole days. */
export function takenOut(
  event: ICAL.Component,
  clocks: Clocks,
): (start: ICAL.Time, clock: Clock) => boolean {
  const moments = new Set<number>();
  const days = new Set<number>();
  for (const property of event.getAllProperties('exdate'))
    for (const one of property.getValues() as ICAL.Time[])
      if (one.isDate) days.add(roughly(one));
      else moments.add(clocks.of(property)(one));
  return (start, clock) =>
    days.has(roughly(start)) || (moments.size > 0 && moments.has(clock(start)));
}
