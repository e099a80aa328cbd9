import type ICAL from 'ical.js';
import { dayLength } from '../../time/lengths.ts';
import type { Budget } from './budget.ts';
import type { Clock } from './clocks.ts';

/**
 * The starts that a rule gives, from the first on. Its end is looked at here: it is a moment, of which
 * the rule alone, that knows no clock, would be hours off.
 *
 * @throws TooMuch
 */
export function* steps(
  rule: ICAL.Recur,
  first: ICAL.Time,
  clock: Clock,
  budget: Budget,
): Generator<ICAL.Time> {
  const { until } = rule;
  const endless = rule.clone();
  endless.until = null;
  const starts = endless.iterator(first);
  for (let next = step(starts); next; next = step(starts)) {
    budget.spend();
    if (until && isAfter(next, until, clock)) return;
    yield next.clone();
  }
}

const step = (starts: ICAL.RecurIterator) => starts.next() as ICAL.Time | null;

/** A last date is the whole of that day. */
function isAfter(start: ICAL.Time, until: ICAL.Time, clock: Clock): boolean {
  const days = (roughly(start) - roughly(until)) / dayLength;
  if (until.isDate || start.isDate) return days > 0;
  // No two clocks are two days apart.
  if (Math.abs(days) >= 2) return days > 0;
  return clock(start) > clock(until);
}

/** Within a day of when it is, at little cost. */
export const roughly = ({ year, month, day }: ICAL.Time): number => Date.UTC(year, month - 1, day);
