import type ICAL from 'ical.js';
import type { Span } from '../../time/span.ts';
import type { Budget } from './budget.ts';
import type { Clocks } from './clocks.ts';
import { occurrences, once } from './occurrences.ts';
import { isOpaque } from './opaque.ts';
import { furtherPeriods } from './period.ts';

/** The events of a calendar that are one thing: an event with those of its occurrences that differ. */
class Series {
  /** One, where the calendar keeps to the format. */
  readonly #wholes: ICAL.Component[];
  readonly #others: ICAL.Component[];

  constructor(events: ICAL.Component[]) {
    const isOther = (event: ICAL.Component) => event.hasProperty('recurrence-id');
    this.#wholes = events.filter((event) => !isOther(event));
    this.#others = events.filter(isOther);
  }

  /** The stretches that it makes busy; some may lie outside the span. */
  *busy(clocks: Clocks, within: Span, budget: Budget): Generator<Span> {
    for (const event of this.#others) if (isOpaque(event)) yield once(event, clocks);
    const differing = this.#differing(clocks);
    for (const whole of this.#wholes) {
      for (const { start, clock, end } of occurrences(whole, clocks, within, budget)) {
        const from = clock(start);
        if (differing.alone.has(from)) continue;
        const changed = differing.onwards.findLast(({ at }) => at <= from);
        if (changed) {
          const moved = from + changed.begins - changed.at;
          if (changed.opaque) yield { from: moved, to: moved + changed.length };
        } else if (isOpaque(whole)) yield { from, to: end(start, clock) };
      }
      if (isOpaque(whole)) yield* furtherPeriods(whole, clocks);
    }
  }

  /** The occurrences that are told anew: each by itself, or with all that follow. */
  #differing(clocks: Clocks) {
    const all = this.#others.map((event) => {
      const property = event.getFirstProperty('recurrence-id') as ICAL.Property;
      const at = clocks.of(property)(property.getFirstValue() as ICAL.Time);
      const range = property.getFirstParameter('range')?.toUpperCase();
      return { event, at, isOnwards: range === 'THISANDFUTURE' };
    });
    const onwards = all
      .filter(({ isOnwards }) => isOnwards)
      .toSorted((a, b) => a.at - b.at)
      .map(({ event, at }) => {
        const { from, to } = once(event, clocks);
        return { at, begins: from, length: to - from, opaque: isOpaque(event) };
      });
    return { alone: new Set(all.map(({ at }) => at)), onwards };
  }
}

/** A calendar's events, those with one UID together, and each without by itself. */
export function seriesOf(calendar: ICAL.Component): Series[] {
  const events = calendar.getAllSubcomponents('vevent');
  const named = Map.groupBy(events, (event) => event.getFirstPropertyValue('uid') || event);
  return [...named.values()].map((own) => new Series(own));
}
