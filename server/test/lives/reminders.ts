import { tell } from './notices.ts';
import { openBetween, runsOut } from './open-hours.ts';
import { tally } from './tally.ts';
import { ofSide, opens, other } from './sessions.ts';
import type { Offer, Session, World } from './world.ts';

const minute = 60_000;
const hour = 60 * minute;

interface Reminder {
  kind: string;
  at: number;
  until: number;
  to: string[];
}

/** Halfway and two counted hours before the end, unless too early or too close. @see D7 */
function ofOffer(session: Session, offer: Offer): Reminder[] {
  const { made, respondBy, zone, clock } = offer;
  const open = openBetween(made, respondBy, zone, clock);
  const half = Math.floor(Math.min(open, Math.round(clock.hours * hour)) / 2);
  const found = [
    { kind: 'answer-halfway', left: half },
    { kind: 'answer-soon', left: 2 * hour },
  ]
    .filter(({ left }) => left <= open)
    .map(({ kind, left }) => ({ kind, at: runsOut(made, open - left, zone, clock) }))
    .filter(({ at }) => at < respondBy)
    .toSorted((a, b) => a.at - b.at);
  const [first, second] = found;
  const kept = first && second && second.at - first.at <= 30 * minute ? [first] : found;
  const to = [ofSide(session, other(offer.by))];
  return kept.map((one) => ({ ...one, until: respondBy, to }));
}

/** A day and an hour before, and when the room opens. @see N2 */
function ofSession(session: Session): Reminder[] {
  const { terms, mentorId, menteeId } = session;
  const to = [mentorId, menteeId];
  const { starts, ends, place } = terms;
  return [
    { kind: 'day-before', at: starts - 24 * hour, until: starts - hour, to },
    { kind: 'hour-before', at: starts - hour, until: starts, to },
    ...(place.kind === 'online'
      ? [{ kind: 'room-opens', at: opens(session), until: ends, to }]
      : []),
  ];
}

/** Half an hour and a day after the end, to whoever can complete it. @see F5 */
function ofMark({ terms, mentorId }: Session): Reminder[] {
  const to = [mentorId];
  const { ends } = terms;
  const day = ends + 24 * hour;
  return [
    { kind: 'unmarked', at: ends + hour / 2, until: day, to },
    { kind: 'still-unmarked', at: day, until: ends + 7 * 24 * hour, to },
  ];
}

const remindersOf = (session: Session): Reminder[] => [
  ...(session.table ? ofOffer(session, session.table) : []),
  ...(session.state === 'accepted' ? [...ofSession(session), ...ofMark(session)] : []),
];

/** Whatever happens to a session plans its reminders anew: those that lie ahead, or are still to be told. */
export function planReminders(world: World, session: Session): void {
  const planned = world.reminders.get(session.id);
  const left = remindersOf(session).filter(
    ({ kind, at }) => at > world.now || planned?.get(kind) === at,
  );
  world.reminders.set(session.id, new Map(left.map(({ kind, at }) => [kind, at])));
}

/** The timer comes: what is due is told to whom it still concerns. @see N2 */
export function remind(world: World): void {
  for (const [id, planned] of world.reminders)
    for (const [kind, at] of planned) {
      if (at > world.now) continue;
      planned.delete(kind);
      const found = remindersOf(world.sessions.get(id) as Session).find((one) => one.kind === kind);
      tally.count(`due ${kind}`);
      if (found && found.at <= world.now && world.now < found.until) tell(world, found.to);
    }
}
