import type { ProgramSettings, Side } from '@confab/shared';
import { m } from '#lib/paraglide/messages.js';

/** Who will read what is written, said before it is. @param name how the other is called @see F6 */
export function whoReads(
  side: Side,
  name: string,
  shown: ProgramSettings['mentorReviews'] | null,
): string {
  if (side === 'mentor') return m.reviews_ask_mentor();
  return shown === 'hidden'
    ? m.reviews_ask_mentee_hidden({ name })
    : m.reviews_ask_mentee({ name });
}
