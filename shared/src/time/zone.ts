import { Temporal } from './temporal.ts';

/** Is this the name of an IANA zone that this runtime knows? Neither an offset nor a time in one. */
export function isZone(text: string): boolean {
  if (/^[+-]/.test(text)) return false;
  try {
    const { timeZoneId } = Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text);
    return timeZoneId.toLowerCase() === text.toLowerCase();
  } catch {
    return false;
  }
}
