import type ICAL from 'ical.js';
import type { Span } from '../../time/span.ts';
import type { Clocks } from './clocks.ts';
import { periodSpan } from './period.ts';

/** The busy times of a calendar that tells no more than those. */
export function* freeBusyTimes(component: ICAL.Component, clocks: Clocks): Generator<Span> {
  for (const property of component.getAllProperties('freebusy')) {
    if (property.getFirstParameter('fbtype')?.toUpperCase() === 'FREE') continue;
    for (const period of property.getValues() as ICAL.Period[])
      yield periodSpan(period, clocks.of(property));
  }
}
