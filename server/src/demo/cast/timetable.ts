import { joined, packBusy, type Instant, type Span } from '@confab/shared';
import { weekly } from './weekly.ts';

/** A calendar that a mentor brings along, the same every week. */
export interface Timetable {
  name: string;
  /** As `weekly` takes it. */
  said: Record<string, string>;
}

/** Weeks of a timetable before it ends. */
const weeks = 26;

/** When somebody in `zone` is busy by a timetable, from `now` on, as it is sent. */
export function busyBy({ said }: Timetable, zone: string, now: Instant): number[] {
  const { week } = weekly(said);
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const spans = Array.from({ length: weeks * 7 }, (_, ahead) => today.add({ days: ahead }))
    .flatMap((date) => (week[date.dayOfWeek - 1] ?? []).map((stretch) => ({ date, ...stretch })))
    .map(({ date, from, to }): Span => {
      const at = (time: string) =>
        date.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds;
      return { from: at(from), to: at(to) };
    });
  return packBusy(joined(spans));
}
