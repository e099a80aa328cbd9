import ICAL from 'ical.js';
import { Temporal } from '../../time/index.ts';
import { isZone } from '../../time/zone.ts';

/** What time it is, in milliseconds since the epoch, when a calendar's clock shows that. */
export type Clock = (time: ICAL.Time) => number;

/** The clocks by which a calendar speaks. */
export class Clocks {
  readonly #zone: string;
  readonly #days = new Map<string, number>();

  /** @param zone where times without a zone, and whole days, are meant */
  constructor(zone: string) {
    this.#zone = zone;
  }

  /**
   * The clock of a property's times: UTC, the zone that the calendar itself describes, or one that
   * is known by name; else the mentor's own.
   */
  of(property: ICAL.Property): Clock {
    const named = property.getFirstParameter('tzid');
    const zone = named && isZone(named) ? named : this.#zone;
    return (time) => {
      if (time.isDate) return this.#midnight(time);
      // The calendar's own description stands behind the time already.
      if (time.zone !== ICAL.Timezone.localTimezone) return time.toUnixTime() * 1000;
      return at(time, zone);
    };
  }

  #midnight({ year, month, day }: ICAL.Time): number {
    const key = `${String(year)}-${String(month)}-${String(day)}`;
    let found = this.#days.get(key);
    if (found === undefined) {
      const date = Temporal.PlainDate.from({ year, month, day });
      found = date.toZonedDateTime(this.#zone).epochMilliseconds;
      this.#days.set(key, found);
    }
    return found;
  }
}

function at({ year, month, day, hour, minute, second }: ICAL.Time, zone: string): number {
  const local = Temporal.PlainDateTime.from({ year, month, day, hour, minute, second });
  return local.toZonedDateTime(zone).epochMilliseconds;
}
