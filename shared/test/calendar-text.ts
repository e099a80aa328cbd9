import { Temporal } from '../src/index.ts';

/** A calendar in the iCalendar format, line by line. */
export const calendar = (...lines: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Somebody//EN', ...lines, 'END:VCALENDAR', ''].join(
    '\r\n',
  );

export const event = (...lines: string[]): string =>
  ['BEGIN:VEVENT', 'DTSTAMP:20260101T000000Z', ...lines, 'END:VEVENT'].join('\r\n');

/** A moment as calendars write it, in a zone's local time. */
export const written = (at: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'second' })
    .replace(/[-:]/g, '');

const offsetText = (ms: number): string => {
  const minutes = Math.abs(ms) / 60_000;
  const two = (n: number) => String(Math.floor(n)).padStart(2, '0');
  return `${ms < 0 ? '-' : '+'}${two(minutes / 60)}${two(minutes % 60)}`;
};

/** A zone as a calendar describes it: each change of its clocks from 2025 to 2028. */
export function zoneText(zone: string, name = zone): string {
  let at = Temporal.ZonedDateTime.from(`2025-01-01T12:00[${zone}]`);
  const offset = () => at.offsetNanoseconds / 1e6;
  const parts = [part('19700101T000000', offset(), offset())];
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (!next || next.year > 2028) break;
    const before = offset();
    at = next;
    // In the local time that holds up to the change.
    const local = Temporal.Instant.fromEpochMilliseconds(at.epochMilliseconds + before);
    parts.push(part(written(local.epochMilliseconds, 'UTC'), before, offset()));
  }
  return ['BEGIN:VTIMEZONE', `TZID:${name}`, ...parts, 'END:VTIMEZONE'].join('\r\n');
}

const part = (start: string, before: number, after: number): string =>
  [
    'BEGIN:STANDARD',
    `DTSTART:${start}`,
    `TZOFFSETFROM:${offsetText(before)}`,
    `TZOFFSETTO:${offsetText(after)}`,
    'END:STANDARD',
  ].join('\r\n');
