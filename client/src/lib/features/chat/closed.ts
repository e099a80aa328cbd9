import { m } from '#lib/paraglide/messages.js';
import type { MentorIn } from './profile.svelte.ts';

/** Why nothing can be written here now. @param programs null while not known @see C1 P3 */
export function closedWords(name: string, programs: MentorIn[] | null): string {
  const asMentee = programs?.filter((one) => one.mentee);
  if (asMentee?.some((one) => one.availability === 'away')) return m.chat_closed_away({ name });
  if (asMentee?.some((one) => one.availability === 'busy')) return m.chat_closed_busy({ name });
  return m.chat_closed();
}
