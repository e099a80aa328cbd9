import ICAL from 'ical.js';
import { minuteLength } from '../../time/lengths.ts';
import { clipped, joined, type Span } from '../../time/span.ts';
import { mostBusy } from '../packed.ts';
import { Budget, TooMuch } from './budget.ts';
import { freeBusyTimes } from './free-busy.ts';
import { Clocks } from './clocks.ts';
import { seriesOf } from './series.ts';

/** How a calendar is read. */
export interface Reading {
  /** Whose times without a zone, and whole days, these are: the mentor's IANA zone. */
  zone: string;
  /** What of it counts; milliseconds since the epoch. */
  within: Span;
}

/** When a calendar is busy; and how many entries could not be understood, and are left out. */
export type BusyRead =
  { ok: true; busy: Span[]; leftOut: number } | { ok: false; fault: 'no-calendar' | 'too-much' };

/**
 * When somebody is busy by a calendar in the iCalendar format, in whole minutes, in order, none
 * touching the next. Of all that it says nothing else comes out.
 *
 * It may take long where somebody means it to: whoever reads what others have written does it in a
 * thread that can be ended.
 *
 * @throws RangeError on a zone that does not exist
 * @see A9
 */
export function busyTimes(text: string, { zone, within }: Reading): BusyRead {
  const clocks = new Clocks(zone);
  const budget = new Budget();
  const found: Span[] = [];
  let leftOut = 0;
  const attempt = (read: () => Iterable<Span>) => {
    try {
      for (const span of read()) if (span.from < span.to) found.push(span);
    } catch (error) {
      if (error instanceof TooMuch) throw error;
      leftOut += 1;
    }
  };
  try {
    for (const calendar of calendarsIn(text)) {
      for (const series of seriesOf(calendar)) attempt(() => series.busy(clocks, within, budget));
      for (const one of calendar.getAllSubcomponents('vfreebusy'))
        attempt(() => freeBusyTimes(one, clocks));
    }
  } catch (error) {
    if (error instanceof TooMuch) return { ok: false, fault: 'too-much' };
    return { ok: false, fault: 'no-calendar' };
  }
  const busy = joined(clipped(found.map(toMinutes), within));
  return busy.length > mostBusy ? { ok: false, fault: 'too-much' } : { ok: true, busy, leftOut };
}

/** @throws Error where it is none */
function calendarsIn(text: string): ICAL.Component[] {
  const parsed = ICAL.parse(text) as unknown[];
  const all = typeof parsed[0] === 'string' ? [parsed] : parsed;
  const calendars = all.map((one) => new ICAL.Component(one as unknown[]));
  if (calendars.length === 0 || calendars.some(({ name }) => name !== 'vcalendar'))
    throw new Error('no calendar');
  return calendars;
}

/** Outwards: a minute of which a part is busy is. */
const toMinutes = ({ from, to }: Span): Span => ({
  from: Math.floor(from / minuteLength) * minuteLength,
  to: Math.ceil(to / minuteLength) * minuteLength,
});
