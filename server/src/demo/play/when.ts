import { Temporal, type Instant, type LocalMoment } from '@confab/shared';

/**
 * A moment of the story: whole days from today at a local time (`-12 16:30`), or minutes from now
 * (`-40min`). So the demo is always of today, whenever it is made.
 */
export type When = `${number} ${number}:${number}` | `${number}min`;

const minutesFromNow = /^([+-]?\d+)min$/;

/** The instant that `when` means to someone in `zone`, seen from `now`. @throws Error on nonsense */
export function moment(when: When, zone: string, now: Instant): Instant {
  const minutes = minutesFromNow.exec(when)?.[1];
  if (minutes !== undefined) return now.add({ minutes: Number(minutes) });
  const [days, time] = when.split(' ');
  if (days === undefined || time === undefined) throw new Error(`No moment: ${when}`);
  const date = now
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .add({ days: Number(days) });
  return date.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant();
}

const fiveMinutesMs = 300_000;

/** The next full five minutes from `instant` on: sessions do not start at odd ones. */
export const onFiveMinutes = (instant: Instant): Instant =>
  Temporal.Instant.fromEpochMilliseconds(
    Math.ceil(instant.epochMilliseconds / fiveMinutesMs) * fiveMinutesMs,
  );

/** How someone in `zone` writes the instant down; never in doubt, not even where clocks change. @see B8 */
export function written(instant: Instant, zone: string): LocalMoment {
  const wall = instant.toZonedDateTimeISO(zone).toPlainDateTime();
  const isEarlier = wall
    .toZonedDateTime(zone, { disambiguation: 'earlier' })
    .toInstant()
    .equals(instant);
  return {
    date: wall.toPlainDate().toString(),
    time: wall.toPlainTime().toString({ smallestUnit: 'minute' }),
    zone,
    which: isEarlier ? 'earlier' : 'later',
  };
}
