import {
  addMinutes,
  responseDeadline,
  Temporal,
  type Instant,
  type PlainDate,
  type ProgramSettings,
} from '@confab/shared';

/** A request somewhen, and until when it is answered. */
export interface Telling {
  askedAt: Instant;
  respondBy: Instant;
}

const monday = 1;
const wednesday = 3;
const friday = 5;
const dayMinutes = 24 * 60;

/** The first day with this weekday after today. */
export function nextWeekday(weekday: number, zone: string, now: Instant): PlainDate {
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  return today.add({ days: ((weekday - today.dayOfWeek + 6) % 7) + 1 });
}

/**
 * What the response clock does with a few requests of the coming days, in order: one in the
 * morning, one at night, one on Friday evening, and around a closed day. They are for the last start
 * that can be asked for, so that it is the clock that counts.
 *
 * @param zone the responder's
 */
export function tellings(settings: ProgramSettings, zone: string, now: Instant): Telling[] {
  const at = (weekday: number, time: string) =>
    nextWeekday(weekday, zone, now).toZonedDateTime({ timeZone: zone, plainTime: time });
  const moments = [
    at(monday, '10:00'),
    at(wednesday, '02:00'),
    at(friday, '21:00'),
    ...aroundClosed(settings, zone, now),
  ].map((moment) => moment.toInstant());
  const order = moments.toSorted((a, b) => Temporal.Instant.compare(a, b));
  return order
    .filter((moment, index) => !order[index - 1]?.equals(moment))
    .map((askedAt) => ({ askedAt, respondBy: answeredBy(askedAt, settings, zone) }));
}

function answeredBy(askedAt: Instant, settings: ProgramSettings, zone: string): Instant {
  const startsAt = addMinutes(askedAt, settings.bookingHorizon * dayMinutes);
  return responseDeadline({ requestedAt: askedAt, zone, startsAt, clock: settings.clock });
}

/** An hour before closing on the eve of the first closed day, and at noon of that day. */
function aroundClosed({ clock }: ProgramSettings, zone: string, now: Instant) {
  const { closedDays, closes } = clock;
  const isClosed = (weekday: number) => closedDays.includes(weekday);
  const eve = [1, 2, 3, 4, 5, 6, 7].find((day) => !isClosed(day) && isClosed((day % 7) + 1));
  if (eve === undefined) return [];
  const evening = nextWeekday(eve, zone, now);
  const closing = hour(evening, closes, zone);
  const noon = hour(nextWeekday((eve % 7) + 1, zone, now), '12:00', zone);
  return [closing.subtract({ hours: 1 }), noon];
}

function hour(date: PlainDate, time: string, zone: string) {
  const [day, plainTime] = time === '24:00' ? [date.add({ days: 1 }), '00:00'] : [date, time];
  return day.toZonedDateTime({ timeZone: zone, plainTime });
}

/** From when until when a session that is requested now can begin. @see B2 */
export const bookable = (
  { minimumNotice, bookingHorizon }: ProgramSettings,
  now: Instant,
): { first: Instant; last: Instant } => ({
  first: addMinutes(now, minimumNotice),
  last: addMinutes(now, bookingHorizon * dayMinutes),
});
