import ICAL from 'ical.js';
import { dayLength } from '../../time/lengths.ts';
import type { Span } from '../../time/span.ts';
import type { Budget } from './budget.ts';
import type { Clock, Clocks } from './clocks.ts';
import { endOf, type EndOf } from './length.ts';
import { roughly, steps } from './steps.ts';
import { takenOut } from './taken-out.ts';

/** The first time that an event tells, as if it did not repeat. */
export function once(event: ICAL.Component, clocks: Clocks): Span {
  const { start, clock, end } = firstOf(event, clocks);
  return { from: clock(start), to: end(start, clock) };
}

interface Occurrence {
  start: ICAL.Time;
  clock: Clock;
  end: EndOf;
}

/** @throws Error where an event has no start */
function firstOf(event: ICAL.Component, clocks: Clocks): Occurrence {
  const property = event.getFirstProperty('dtstart');
  const start = property?.getFirstValue();
  if (!property || !(start instanceof ICAL.Time)) throw new Error('an event without a start');
  return { start, clock: clocks.of(property), end: endOf(event, start, clocks) };
}

/** All times of an event that may bear on the span, but for those that are taken out. */
export function* occurrences(
  event: ICAL.Component,
  clocks: Clocks,
  within: Span,
  budget: Budget,
): Generator<Occurrence> {
  const first = firstOf(event, clocks);
  const { start, clock, end } = first;
  const isOut = takenOut(event, clocks);
  // Clocks differ from UTC by less than a day, and an occurrence's length by less than another.
  const soonest = within.from - (end(start, clock) - clock(start)) - 2 * dayLength;
  if (!isOut(start, clock)) yield first;
  for (const property of event.getAllProperties('rrule'))
    for (const next of steps(property.getFirstValue() as ICAL.Recur, start, clock, budget)) {
      if (roughly(next) < soonest) continue;
      if (roughly(next) > within.to + dayLength) break;
      if (!isOut(next, clock)) yield { start: next, clock, end };
    }
  for (const property of event.getAllProperties('rdate')) {
    const own = clocks.of(property);
    for (const one of property.getValues())
      if (one instanceof ICAL.Time && !isOut(one, own)) yield { start: one, clock: own, end };
  }
}
