import type { BookingView, CommandWire } from '@confab/shared/protocol';
import { roleIn } from './roles.ts';
import { tellLine } from './happened.ts';
import { agreed, closes, end, hasRoom, ofSide, opens, other } from './sessions.ts';
import { holding, type Ruling, type Session, type Side, type World } from './world.ts';

const minute = 60_000;

type Answer = Ruling<BookingView>;

function marking(
  world: World,
  session: Session,
  side: Side,
  against: string[],
  [state, says]: ['completed', number] | ['no-show', Side] | ['accepted', null],
): Answer {
  const follows = () => {
    end(session, state);
    session.mark = says === null ? null : { by: side, at: world.now, contested: false, says };
    tellLine(world, session, ofSide(session, side));
  };
  return { against, follows };
}

/** The mentor, from the start on. @see F1 */
export function complete(
  world: World,
  session: Session,
  side: Side,
  { minutes }: CommandWire<'booking.complete'>,
): Answer {
  const booked = (session.terms.ends - session.terms.starts) / minute;
  const against = holding({
    'not-your-part': side !== 'mentor',
    'wrong-state': session.state !== 'accepted',
    'too-early': world.now < session.terms.starts,
    'actual-minutes': minutes < 5 || minutes > booked + 60 || minutes % 5 !== 0,
  });
  return marking(world, session, side, against, ['completed', minutes]);
}

/** Either side, from ten minutes on. @see F3 */
export function noShow(world: World, session: Session, side: Side): Answer {
  const against = holding({
    'wrong-state': session.state !== 'accepted',
    'too-early': world.now < session.terms.starts + 10 * minute,
  });
  return marking(world, session, side, against, ['no-show', other(side)]);
}

/** Whoever marked it, for a while, and while both are members. @see F1 F3 P4 */
export function undo(world: World, session: Session, side: Side): Answer {
  const { mark, programId, mentorId, menteeId } = session;
  const members =
    roleIn(world, programId, mentorId) === 'mentor' &&
    roleIn(world, programId, menteeId) === 'mentee';
  const against = holding({
    'wrong-state': session.state !== 'completed' && session.state !== 'no-show',
    settled: mark?.by === 'manager',
    'not-your-part': mark?.by !== side || !members,
    'too-late': mark !== null && world.now >= Math.max(closes(session), mark.at + 15 * minute),
  });
  return marking(world, session, side, against, ['accepted', null]);
}

/** The mentor, once, by 15 minutes, while the room is open and nobody's next session is near. @see W3 */
export function extendRoom(world: World, session: Session, side: Side): Answer {
  const { settings } = world.programs.get(session.programId) ?? {};
  const until = closes(session) + 15 * minute;
  const people = [session.mentorId, session.menteeId];
  const inTheWay = [...world.sessions.values()].some(
    (one) =>
      one.id !== session.id &&
      one.state === 'accepted' &&
      (people.includes(one.mentorId) || people.includes(one.menteeId)) &&
      one.terms.starts >= session.terms.ends &&
      one.terms.starts < until,
  );
  const against = holding({
    'not-your-part': side !== 'mentor',
    'wrong-state': !agreed(session) || !hasRoom(session),
    'no-extension': settings?.roomExtension !== true || session.extension > 0 || inTheWay,
    'too-early': world.now < opens(session),
    'too-late': world.now >= closes(session),
  });
  const follows = () => {
    session.extension = 15;
    tellLine(world, session, ofSide(session, side));
  };
  return { against, follows };
}
