import type { TermsChange } from '@confab/shared';
import { m } from '#lib/paraglide/messages.js';
import { minutesInWords } from '#lib/ui/time/words.ts';
import { placeWords } from './place.ts';

/** Is nothing but the start another? */
export const isOnlyTime = (change: TermsChange | null): boolean =>
  change !== null && change.start && change.minutes === null && change.location === null;

/** Where of a change nothing is known but that there is one, it is of the time. */
const otherTime: TermsChange = { start: true, minutes: null, location: null };

/**
 * What becomes another, and which: `new time: tomorrow at 10:00; new place: Online video`, to be read
 * within a sentence. @param when the new start; null: it is said beside this
 * @param before minutes so far, where they are to be said
 */
export function changeWords(
  change: TermsChange | null,
  when: string | null,
  before: number | null = null,
): string {
  const { start, minutes, location } = change ?? otherTime;
  const parts: string[] = [];
  if (start) parts.push(when === null ? m.booking_new_time_then() : m.booking_new_time({ when }));
  if (minutes !== null) {
    const duration = minutesInWords(minutes);
    parts.push(
      before === null
        ? m.booking_new_duration({ duration })
        : m.booking_new_duration_instead({ duration, before: minutesInWords(before) }),
    );
  }
  if (location) parts.push(m.booking_new_place({ place: placeWords(location) }));
  return parts.join('; ');
}
