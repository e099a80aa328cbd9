import type { Instant } from '@confab/shared';
import { clockTime, shortDay } from '#lib/ui/time/words.ts';
import { m } from '#lib/paraglide/messages.js';

/** When something was said, as short as it can be told: `09:05`, `yesterday`, `Tue 24 Nov`. */
export function listTime(at: Instant, zone: string, now: Instant): string {
  const day = (instant: Instant) => instant.toZonedDateTimeISO(zone).toPlainDate();
  const ago = day(at).until(day(now)).days;
  if (ago === 0) return clockTime(at, zone);
  return ago === 1 ? m.time_yesterday() : shortDay(at, zone);
}
