import { Temporal } from './temporal.ts';

/** Begins with a letter, so that an offset such as `+02:00` is none, nor a whole date. */
const looksLikeZone = /^[A-Za-z][A-Za-z0-9_+\-/]*$/;

/** Is this the name of an IANA zone that this runtime knows? */
export function isZone(text: string): boolean {
  if (!looksLikeZone.test(text)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text);
    return true;
  } catch {
    return false;
  }
}
