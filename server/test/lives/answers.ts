import type { BookingView, CommandWire } from '@confab/shared/protocol';
import { giveRoom } from './offers.ts';
import { runsOut } from './open-hours.ts';
import { tellLine } from './happened.ts';
import { end, isAsked, isHeld, ofSide } from './sessions.ts';
import { holding, type Ruling, type Session, type Side, type World } from './world.ts';

type Answer = Ruling<BookingView>;

/** Carried out: what it changes, then its line in the conversation. @see C5 */
const ruling = (
  world: World,
  session: Session,
  side: Side,
  against: string[],
  change: (view: BookingView) => void,
): Answer => ({
  against,
  follows: (view) => {
    change(view);
    tellLine(world, session, ofSide(session, side));
  },
});

const isLive = ({ state }: Session) => state === 'pending' || state === 'accepted';

const onTable = ({ table }: Session, side: Side, version: number) => ({
  'stale-offer': table?.version !== version,
  'not-your-turn': table?.by === side,
});

/** The offer is agreed. @see B4 B6 R2 R3 B9 W3 */
export function accept(
  world: World,
  session: Session,
  side: Side,
  { version }: CommandWire<'booking.accept'>,
): Answer {
  const { table, mentorId, menteeId, id } = session;
  const against = holding({
    'wrong-state': !isLive(session),
    ...onTable(session, side, version),
    busy: table !== null && isHeld(world, [mentorId, menteeId], table, id),
  });
  return ruling(world, session, side, against, ({ booking }) => {
    if (!table) throw new Error('nothing to accept');
    const { starts, ends, place } = table;
    const before = session.terms;
    const wasAgreed = session.state === 'accepted';
    const roomBefore = session.roomId;
    if (wasAgreed && (before.starts !== starts || before.ends !== ends)) session.extension = 0;
    session.terms = { starts, ends, place };
    end(session, 'accepted');
    giveRoom(world, session, booking.roomId);
    if (wasAgreed && roomBefore && roomBefore === booking.roomId) moveRoom(world, session);
  });
}

/** Those inside are put out two minutes after a move, unless it is open again. @see W4 */
function moveRoom(world: World, session: Session): void {
  const { margins, terms } = session;
  const opens = terms.starts - margins.before * 60_000;
  const closes = terms.ends + (margins.after + session.extension) * 60_000;
  const open = opens <= world.now && world.now < closes;
  if (!open) world.graces.set(session.id, world.now + 120_000);
}

/** A no to the offer. @see R2 R3 */
export function refuse(
  world: World,
  session: Session,
  side: Side,
  { version }: CommandWire<'booking.refuse'>,
): Answer {
  const against = holding({ 'wrong-state': !isLive(session), ...onTable(session, side, version) });
  return ruling(world, session, side, against, () => {
    if (session.state === 'pending') end(session, 'declined');
    else session.table = null;
  });
}

/** A proposal is taken back; a request's own offer stands again. @see R1 R3 */
export function withdrawProposal(
  world: World,
  session: Session,
  side: Side,
  { version }: CommandWire<'booking.withdraw-proposal'>,
): Answer {
  const { table, answered, state } = session;
  const against = holding({
    'wrong-state': !isLive(session),
    'stale-offer': table?.version !== version,
    'not-your-part': table?.by !== side || (state === 'pending' && side === 'mentee'),
    'too-late': answered !== null && world.now >= answered.offer.starts,
    'overlapping-request': answered !== null && isAsked(world, session, answered.offer, session.id),
  });
  return ruling(world, session, side, against, () => {
    session.table = null;
    if (!answered) return;
    const { offer, left } = answered;
    const clockEnds = runsOut(world.now, left, offer.zone, offer.clock);
    session.table = { ...offer, clockEnds, respondBy: Math.min(clockEnds, offer.starts) };
    session.answered = null;
  });
}

/** The mentor declines, the mentee withdraws, whosever turn it is. @see B4 R3 */
export function endRequest(world: World, session: Session, side: Side, by: Side): Answer {
  const against = holding({
    'not-your-part': side !== by,
    'wrong-state': session.state !== 'pending',
  });
  return ruling(world, session, side, against, () => {
    end(session, by === 'mentor' ? 'declined' : 'withdrawn');
  });
}

/** Either side, before the end. @see B7 */
export function cancel(world: World, session: Session, side: Side): Answer {
  const against = holding({
    'wrong-state': session.state !== 'accepted',
    'too-late': world.now >= session.terms.ends,
  });
  return ruling(world, session, side, against, () => {
    end(session, 'cancelled');
  });
}
