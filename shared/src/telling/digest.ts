import { isBefore, type Instant } from '../time/index.ts';

/** The local time of the one mail a day. */
const digestTime = '08:00';

/** When the next one is due in a zone: the first 08:00 after now; where clocks skip it, right after. @see N4 */
export function nextDigest(now: Instant, zone: string): Instant {
  let day = now.toZonedDateTimeISO(zone).toPlainDate();
  for (;;) {
    const at = day.toZonedDateTime({ timeZone: zone, plainTime: digestTime }).toInstant();
    if (isBefore(now, at)) return at;
    day = day.add({ days: 1 });
  }
}
