import type { BookingView, CommandWire } from '@confab/shared/protocol';
import type { ProgramSettings } from '@confab/shared';
import { membershipOf, roleIn } from './roles.ts';
import { openBetween, runsOut } from './open-hours.ts';
import { tellLine } from './happened.ts';
import { isAsked, isHeld, ofSide, other } from './sessions.ts';
import { acquainted, hasWritten } from './talks.ts';
import { meant } from './wall-time.ts';
import {
  holding,
  type Offer,
  type Ruling,
  type Session,
  type Side,
  type Terms,
  type World,
} from './world.ts';

const minute = 60_000;

/** Terms put before the other side; their clock starts. @see D2 D4 R4 */
function offerOf(
  world: World,
  {
    terms,
    by,
    to,
    version,
    settings,
    agreedStart = Infinity,
  }: {
    terms: Terms;
    by: Side;
    to: string;
    version: number;
    settings: ProgramSettings;
    agreedStart?: number;
  },
): Offer {
  const { clock } = settings;
  const zone = world.people.get(to)?.zone ?? 'UTC';
  const clockEnds = runsOut(world.now, clock.hours * 60 * minute, zone, clock);
  const respondBy = Math.min(clockEnds, terms.starts, agreedStart);
  return { ...terms, version, by, made: world.now, zone, clock, clockEnds, respondBy };
}

/** What a program says about a place and a length. @see B1 B2 */
const unfit = (
  { otherLocations, durations }: ProgramSettings,
  place: Terms['place'],
  length: number,
) => ({
  location: place.kind === 'other' && !otherLocations.includes(place.name),
  duration: !durations.includes(length),
});

/** What stands against a time. @see B2 B6 */
function untimely(
  world: World,
  terms: Terms,
  settings: ProgramSettings,
  people: string[],
  except: string | null,
) {
  const { minimumNotice, bookingHorizon } = settings;
  return {
    'in-the-past': terms.starts <= world.now,
    notice: terms.starts < world.now + minimumNotice * minute,
    horizon: terms.starts > world.now + bookingHorizon * 24 * 60 * minute,
    busy: isHeld(world, people, terms, except),
  };
}

/** A mentee asks a mentor. @see P2 P3 G1 B1 B2 B6 B8 */
export function request(
  world: World,
  actor: string,
  { programId, mentorId, start, minutes, location: place }: CommandWire<'booking.request'>,
): Ruling<BookingView> {
  const { settings } = world.programs.get(programId) as { settings: ProgramSettings };
  const availability = membershipOf(world, programId, mentorId)?.availability;
  const against = holding({
    self: actor === mentorId,
    'not-a-mentee': roleIn(world, programId, actor) !== 'mentee',
    'not-a-mentor': roleIn(world, programId, mentorId) !== 'mentor',
    'mentor-away': availability === 'away',
    'mentor-busy': availability === 'busy' && !acquainted(world, actor, mentorId),
    gate: settings.messageGate === 'required' && !hasWritten(world, actor, mentorId),
    ...unfit(settings, place, minutes),
  });
  const moment = meant(start, start.which);
  if ('code' in moment) return { against: [...against, moment.code], follows: () => undefined };
  const terms = { starts: moment.at, ends: moment.at + minutes * minute, place };
  const pair = { mentorId, menteeId: actor };
  const untimed = holding({
    ...untimely(world, terms, settings, [mentorId, actor], null),
    'overlapping-request': isAsked(world, pair, terms, null),
  });
  return {
    against: [...against, ...untimed],
    follows: ({ booking }) => {
      const session: Session = {
        id: booking.id,
        programId,
        ...pair,
        state: 'pending',
        terms,
        table: offerOf(world, { terms, by: 'mentee', to: mentorId, version: 1, settings }),
        answered: null,
        version: 1,
        margins: settings.margins,
        extension: 0,
        revision: 0,
        roomId: null,
        mark: null,
        case: null,
        reviews: {},
        notes: { mentor: 0, mentee: 0 },
      };
      world.sessions.set(session.id, session);
      giveRoom(world, session, booking.roomId);
      tellLine(world, session, actor);
    },
  };
}

/** Online has a room of its own, a new one each time; elsewhere has none. @see B9 */
export function giveRoom(world: World, session: Session, roomId: string | null): void {
  const kept = session.terms.place.kind === 'online' ? session.roomId : null;
  const fresh = kept === null && roomId !== null && !world.rooms.has(roomId);
  const right = session.terms.place.kind === 'online' ? fresh || roomId === kept : roomId === null;
  if (!right) throw new Error(`B9: room ${String(roomId)} instead of ${String(kept)}`);
  session.roomId = roomId;
  if (roomId) world.rooms.add(roomId);
}

/** Another time, length or place. @see R1 R2 R3 B2 B6 B7 B8 */
export function propose(
  world: World,
  session: Session,
  side: Side,
  { version, start, minutes, location }: CommandWire<'booking.propose'>,
): Ruling<BookingView> {
  const { settings } = world.programs.get(session.programId) as { settings: ProgramSettings };
  const { state, table, answered, mentorId, menteeId } = session;
  const pending = state === 'pending';
  if (!pending && state !== 'accepted')
    return { against: ['wrong-state'], follows: () => undefined };
  const on = table ?? session.terms;
  const length = minutes ?? (on.ends - on.starts) / minute;
  const place = location ?? on.place;
  const against = holding({
    'stale-offer': version !== (table?.version ?? session.version),
    'not-your-turn': pending && side === 'mentee' && table?.by === 'mentee',
    'too-late': world.now >= (table?.respondBy ?? session.terms.starts),
    ...unfit(settings, location ?? { kind: 'online' }, length),
  });
  const moment = start ? meant(start, start.which) : { at: on.starts };
  if ('code' in moment) return { against: [...against, moment.code], follows: () => undefined };
  const terms = { starts: moment.at, ends: moment.at + length * minute, place };
  const untimed = holding({
    'no-change': (table && same(table, terms)) || (!pending && same(session.terms, terms)),
    ...untimely(world, terms, settings, [mentorId, menteeId], session.id),
    'overlapping-request': pending && isAsked(world, session, terms, session.id),
  });
  const follows = () => {
    const made = offerOf(world, {
      terms,
      by: side,
      to: ofSide(session, other(side)),
      version: session.version + 1,
      settings,
      ...(!pending && { agreedStart: session.terms.starts }),
    });
    if (pending && side === 'mentee') {
      session.terms = terms;
      session.answered = null;
    } else if (pending && table && !answered) {
      const left = openBetween(world.now, table.clockEnds, table.zone, table.clock);
      session.answered = { offer: table, left };
    }
    session.table = made;
    session.version = made.version;
    tellLine(world, session, ofSide(session, side));
  };
  return { against: [...against, ...untimed], follows };
}

const same = (a: Terms, b: Terms): boolean =>
  a.starts === b.starts && a.ends === b.ends && JSON.stringify(a.place) === JSON.stringify(b.place);
