import type { Instant, ResponseClock } from '@confab/shared';
import { m } from '#lib/paraglide/messages.js';
import { clockTime, fullDay, longWeekday, shortDay } from '#lib/ui/time/words.ts';
import type { Telling } from './telling.ts';
import { weekdays } from './weekdays.ts';

const sixDays = 6 * 86_400_000;

/** `Asked on Friday at 21:00, answered by Saturday at 17:00.` */
export function toldSentence({ askedAt, respondBy }: Telling, zone: string, now: Instant): string {
  const asked = { day: longWeekday(askedAt, zone), time: clockTime(askedAt, zone) };
  const by = clockTime(respondBy, zone);
  if (shortDay(askedAt, zone) === shortDay(respondBy, zone))
    return m.programs_told_same_day({ ...asked, by });
  const isNear = respondBy.epochMilliseconds - askedAt.epochMilliseconds < sixDays;
  const answered = isNear ? longWeekday(respondBy, zone) : fullDay(respondBy, zone, now);
  return m.programs_told({ ...asked, by: m.time_day_at({ day: answered, time: by }) });
}

/** Which hours count, as the ribbon shows them. */
export function hoursSentence({ opens, closes, closedDays }: ResponseClock): string {
  const closed = weekdays().filter(({ value }) => closedDays.includes(value));
  if (closed.length === 0) return m.programs_light({ opens, closes });
  const days = closed.map(({ label }) => label).join(', ');
  return m.programs_light_but({ opens, closes, days });
}
