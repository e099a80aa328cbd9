import ICAL from 'ical.js';
import type { Span } from '../../time/span.ts';
import type { Clock, Clocks } from './clocks.ts';

/** A stretch that says both when it begins and when it ends, or how long it is. */
export const periodSpan = (period: ICAL.Period, clock: Clock): Span => ({
  from: clock(period.start),
  to: clock(period.getEnd()),
});

/** An event's further times that say how long they are themselves. */
export function* furtherPeriods(event: ICAL.Component, clocks: Clocks): Generator<Span> {
  for (const property of event.getAllProperties('rdate'))
    for (const one of property.getValues())
      if (one instanceof ICAL.Period) yield periodSpan(one, clocks.of(property));
}
