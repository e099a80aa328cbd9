import type { Instant } from '@confab/shared';

/** Minutes by which the clocks of one zone are ahead of another's at an instant; negative: behind. */
export function minutesAhead(zone: string, of: string, at: Instant): number {
  const offset = (name: string) => at.toZonedDateTimeISO(name).offsetNanoseconds;
  return Math.round((offset(zone) - offset(of)) / 60_000_000_000);
}
