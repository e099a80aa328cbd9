import type { Booking, Side } from './booking.ts';
import { searchText } from './search-text.ts';
import { sideOf } from './side.ts';

/** Which of a person's sessions they look for; what is null or empty leaves nothing out. @see L2 */
export interface SessionFilter {
  /** Part of the other's name, the program's name, or the note. */
  text: string;
  programId: string | null;
  /** The other person. */
  withId: string | null;
  /** The side on which the person looking is. */
  as: Side | null;
}

export const everySession: SessionFilter = { text: '', programId: null, withId: null, as: null };

/** Does it leave anything out? */
export const isFiltering = ({ text, programId, withId, as }: SessionFilter): boolean =>
  searchText(text) !== '' || programId !== null || withId !== null || as !== null;

/** Is this one of the sessions that the person looks for? @see L2 */
export function isLookedFor(
  booking: Pick<Booking, 'mentorId' | 'menteeId' | 'programId' | 'note'>,
  personId: string,
  names: { other: string; program: string },
  { text, programId, withId, as }: SessionFilter,
): boolean {
  const side = sideOf(booking, personId);
  if (!side || (as && as !== side)) return false;
  const otherId = side === 'mentor' ? booking.menteeId : booking.mentorId;
  if (withId && withId !== otherId) return false;
  if (programId && programId !== booking.programId) return false;
  const sought = searchText(text);
  return [names.other, names.program, booking.note ?? ''].some((one) =>
    searchText(one).includes(sought),
  );
}
