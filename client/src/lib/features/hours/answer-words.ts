import { m } from '#lib/paraglide/messages.js';

const hour = 3_600_000;

/** A usual answer time in whole waking hours, rounded up: never better than it is. @see A7 */
export const wakingHours = (ms: number): number => Math.max(1, Math.ceil(ms / hour));

/** `Usually answers within 3 waking hours` @param ms open time */
export function usuallyAnswers(ms: number): string {
  const hours = wakingHours(ms);
  return hours === 1 ? m.hours_usual_one() : m.hours_usual_many({ hours });
}

/** `within 3 waking hours` */
export function withinHours(hours: number): string {
  return hours === 1 ? m.hours_usual_short_one() : m.hours_usual_short_many({ hours });
}
