import type { ProgramSettings } from '../program/settings.ts';
import { addMinutes, isBefore, type Instant } from '../time/index.ts';
import type { Terms } from './booking.ts';
import type { BookingFacts } from './facts.ts';
import type { Location } from './location.ts';
import { overlaps } from './overlaps.ts';
import { refuse, type Refused } from './verdict.ts';

const dayMinutes = 24 * 60;

/** Does a location fit the program? A place in person must be named. @see B1 */
export function refuseLocation(location: Location, settings: ProgramSettings): Refused | null {
  switch (location.kind) {
    case 'online':
      return null;
    case 'in-person':
      return location.place.trim() === '' ? refuse({ code: 'location' }) : null;
    case 'other':
      return settings.otherLocations.includes(location.name) ? null : refuse({ code: 'location' });
  }
}

/** Is a duration one that the program allows? @see B2 */
export const refuseDuration = (minutes: number, { durations }: ProgramSettings): Refused | null =>
  durations.includes(minutes) ? null : refuse({ code: 'duration', allowed: durations });

/** Does a start lie ahead, with the program's notice and within its horizon? @see B2 */
export function refuseStart(
  startsAt: Instant,
  now: Instant,
  settings: ProgramSettings,
): Refused | null {
  const { minimumNotice: minutes, bookingHorizon: days } = settings;
  if (!isBefore(now, startsAt)) return refuse({ code: 'in-the-past' });
  if (isBefore(startsAt, addMinutes(now, minutes))) return refuse({ code: 'notice', minutes });
  if (isBefore(addMinutes(now, days * dayMinutes), startsAt)) {
    return refuse({ code: 'horizon', days });
  }
  return null;
}

/** Does either of the two hold an overlapping time already? @see B6 */
export function refuseHeld(terms: Terms, { mentor, mentee }: BookingFacts): Refused | null {
  const isHeld = [...mentor.held, ...mentee.held].some((held) => overlaps(held, terms));
  return isHeld ? refuse({ code: 'busy' }) : null;
}

/** Does the mentee ask this mentor for an overlapping time already? @see B6 */
export const refusePending = (terms: Terms, { pendingBetween }: BookingFacts): Refused | null =>
  pendingBetween.some((pending) => overlaps(pending, terms))
    ? refuse({ code: 'overlapping-request' })
    : null;
