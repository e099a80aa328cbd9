import type { CommandValue, CommandWire } from '@confab/shared/protocol';
import { membershipOf } from './roles.ts';
import { tell } from './notices.ts';
import { ofSide } from './sessions.ts';
import { holding, refused, type Ruling, type Session, type Side, type World } from './world.ts';

const changeable = 30 * 86_400_000;

const isLate = (world: World, written: number | undefined): boolean =>
  written !== undefined && world.now >= written + changeable;

/** By either side, of a completed session; a mentor is told of the first. @see F6 N1 */
export function writeReview(world: World, session: Session, side: Side): Ruling<null> {
  const written = session.reviews[side];
  const own = membershipOf(world, session.programId, ofSide(session, side));
  const against = holding({
    'wrong-state': session.state !== 'completed',
    'not-your-part': own?.status !== 'active',
    'too-late': isLate(world, written),
  });
  const follows = () => {
    if (written !== undefined) return;
    const at = world.now;
    session.reviews[side] = at;
    const stands = () => session.state === 'completed' && session.reviews.mentee === at;
    if (side === 'mentee') tell(world, [session.mentorId], 'review', stands);
  };
  return { against, follows };
}

/** Whatever became of the session meanwhile. @see F6 */
export function takeBack(world: World, session: Session, side: Side): Ruling<null> {
  const written = session.reviews[side];
  if (written === undefined) return refused('not-found');
  const follows = () => void delete session.reviews[side];
  return { against: holding({ 'too-late': isLate(world, written) }), follows };
}

/** By whoever saw the newest one. */
export function keepNote(
  _: World,
  session: Session,
  side: Side,
  { version }: CommandWire<'note.keep'>,
): Ruling<CommandValue<'note.keep'>> {
  if (version !== session.notes[side]) return refused('stale-note');
  return { against: [], follows: () => void session.notes[side]++ };
}
