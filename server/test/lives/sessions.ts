import type { Session, Side, Terms, World } from './world.ts';

const minute = 60_000;

export const sideOf = (session: Session, personId: string): Side | null =>
  personId === session.mentorId ? 'mentor' : personId === session.menteeId ? 'mentee' : null;

export const other = (side: Side): Side => (side === 'mentor' ? 'mentee' : 'mentor');

export const ofSide = (session: Session, side: Side): string =>
  side === 'mentor' ? session.mentorId : session.menteeId;

/** Pending, or agreed and not marked. */
export const live = ({ state }: Session): boolean => state === 'pending' || state === 'accepted';

/** These hold their time. @see B6 */
export const agreed = ({ state }: Session): boolean =>
  state === 'accepted' || state === 'completed' || state === 'no-show';

/** @see W1 */
export const opens = ({ terms, margins }: Session): number =>
  terms.starts - margins.before * minute;

/** @see W1 W3 */
export const closes = ({ terms, margins, extension }: Session): number =>
  terms.ends + (margins.after + extension) * minute;

/** @see W1 W2 */
export const hasRoom = (session: Session): boolean =>
  agreed(session) && session.terms.place.kind === 'online';

export const isOpen = (session: Session, now: number): boolean =>
  hasRoom(session) && opens(session) <= now && now < closes(session);

/** Half-open: back to back is allowed. @see B6 */
const overlap = (a: Omit<Terms, 'place'>, b: Omit<Terms, 'place'>): boolean =>
  a.starts < b.ends && b.starts < a.ends;

/** Is a time of one of these people held by another session, in any program? @see B6 */
export const isHeld = (
  world: World,
  people: string[],
  terms: Terms,
  except: string | null,
): boolean =>
  [...world.sessions.values()].some(
    (one) =>
      one.id !== except &&
      agreed(one) &&
      (people.includes(one.mentorId) || people.includes(one.menteeId)) &&
      overlap(one.terms, terms),
  );

/** Does the mentee ask this mentor for an overlapping time in another request? @see B6 */
export const isAsked = (
  world: World,
  { mentorId, menteeId }: Pick<Session, 'mentorId' | 'menteeId'>,
  terms: Terms,
  except: string | null,
): boolean =>
  [...world.sessions.values()].some(
    (one) =>
      one.id !== except &&
      one.state === 'pending' &&
      one.mentorId === mentorId &&
      one.menteeId === menteeId &&
      overlap(one.table ?? one.terms, terms),
  );

/** Nothing is on the table any more. */
export function end(session: Session, state: Session['state']): void {
  Object.assign(session, { state, table: null, answered: null });
}
