import type { Booking, Side } from './booking.ts';
import { searchText, searchWords } from './search-text.ts';
import { sideOf } from './side.ts';

/** Which of a person's sessions they look for; what is null or empty leaves nothing out. @see L2 */
export interface SessionFilter {
  /** Words, each part of the other's name, the program's name, or the note. */
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
  const said = [names.other, names.program, booking.note ?? ''].map(searchText);
  return (
    side !== null &&
    (!as || as === side) &&
    (!withId || withId === (side === 'mentor' ? booking.menteeId : booking.mentorId)) &&
    (!programId || programId === booking.programId) &&
    searchWords(text).every((word) => said.some((one) => one.includes(word)))
  );
}
