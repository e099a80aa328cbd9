import type { BookingView, CommandWire } from '@confab/shared/protocol';
import { day } from './cases.ts';
import { tellLine } from './happened.ts';
import { roleIn } from './roles.ts';
import { closes, end, ofSide, sideOf } from './sessions.ts';
import {
  holding,
  refused,
  type Mark,
  type Ruling,
  type Session,
  type Side,
  type World,
} from './world.ts';

const minute = 60_000;

/** Who did not mark it, once, within a week. @see F2 F3 */
export function contest(world: World, session: Session, side: Side): Ruling<BookingView> {
  const { mark } = session;
  if (!mark) return refused('wrong-state');
  const against = holding({
    settled: mark.by === 'manager',
    'not-your-part': mark.by === side,
    contested: mark.contested,
    'too-late': world.now >= mark.at + 7 * day,
  });
  const follows = () => {
    mark.contested = true;
    tellLine(world, session, ofSide(session, side));
  };
  return { against, follows };
}

/** A manager of the program who is neither of the two. @see P1 F4 F5 */
export function settle(
  world: World,
  actor: string,
  { bookingId, revision, outcome, reason }: CommandWire<'booking.settle'>,
): Ruling<null> {
  const session = world.sessions.get(bookingId);
  if (!session) return refused('not-found');
  const side = sideOf(session, actor);
  if (roleIn(world, session.programId, actor) !== 'manager')
    return refused(side ? 'not-your-part' : 'not-found');
  if (side) return refused('own-case');
  const { mark, state, terms } = session;
  const says = outcome.kind === 'completed' ? outcome.minutes : outcome.of;
  const booked = (terms.ends - terms.starts) / minute;
  const forgotten = state === 'accepted';
  const from = forgotten ? terms.ends + day : freeFrom(session, mark);
  const against = holding({
    'wrong-state': !forgotten && !mark,
    'too-early': world.now < from,
    'stale-case': revision !== session.revision,
    'actual-minutes':
      typeof says === 'number' && (says < 5 || says > booked + 60 || says % 5 !== 0),
    'no-change': mark !== null && !mark.contested && mark.says === says,
    reason: reason === null && !forgotten,
  });
  const follows = () => {
    end(session, outcome.kind);
    session.mark = { by: 'manager', at: world.now, contested: false, says };
    tellLine(world, session, null);
  };
  return { against, follows };
}

/** From when on a manager may say otherwise. */
function freeFrom(session: Session, mark: Mark | null): number {
  if (!mark || mark.contested || mark.by === 'manager') return -Infinity;
  return Math.max(closes(session), mark.at + 15 * minute);
}

/** What waits for this person, by program. */
export function casesOf(world: World, personId: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { programId, case: waits } of world.sessions.values())
    if (waits && roleIn(world, programId, personId) === 'manager')
      counts[programId] = (counts[programId] ?? 0) + 1;
  return counts;
}
