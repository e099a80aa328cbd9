import { expect } from 'vitest';
import { Temporal, toText } from '@confab/shared';
import type { BookingView, ConversationView, Snapshot } from '@confab/shared/protocol';
import { noticesAgree } from './notices.ts';
import { membershipOf } from './roles.ts';
import { agreed, closes, hasRoom, isOpen, sideOf } from './sessions.ts';
import { casesOf } from './settling.ts';
import { hasWritten, mayWrite, talkOf, unread } from './talks.ts';
import type { Offer, Session, Terms, World } from './world.ts';

const text = (at: number): string => toText(Temporal.Instant.fromEpochMilliseconds(at));

const termsText = ({ starts, ends, place }: Terms) => ({
  startsAt: text(starts),
  endsAt: text(ends),
  location: place,
});

const offerText = (offer: Offer | null) =>
  offer && {
    version: offer.version,
    by: offer.by,
    terms: termsText(offer),
    zone: offer.zone,
    clockEndsAt: text(offer.clockEnds),
    respondBy: text(offer.respondBy),
  };

/** A session as its people must see it. @see B3 D4 R1 R3 W1 */
function seen(session: Session, viewer: string) {
  const side = sideOf(session, viewer) ?? 'mentor';
  const { id, state, terms, table, roomId, version, extension, answered, mark } = session;
  return {
    mark: mark && { by: mark.by, contested: mark.contested, says: mark.says },
    id,
    state,
    terms: termsText(terms),
    roomId,
    version,
    extension,
    offer: offerText(table),
    left: answered?.left ?? null,
    reviewed: state === 'completed' && session.reviews[side] !== undefined,
  };
}

function shown({ booking, reviewed }: BookingView) {
  const { id, state, terms, roomId, version, extension } = booking;
  const offer =
    booking.state === 'pending'
      ? booking.offer
      : booking.state === 'accepted'
        ? booking.proposal
        : null;
  const left = 'answered' in booking ? booking.answered.left : null;
  const { version: of = 0, by, terms: offered, zone, clockEndsAt, respondBy } = offer ?? {};
  const table = offer && { version: of, by, terms: offered, zone, clockEndsAt, respondBy };
  const mark = markOf(booking);
  return { id, state, terms, roomId, version, extension, offer: table, left, mark, reviewed };
}

function markOf(booking: BookingView['booking']) {
  if (booking.state !== 'completed' && booking.state !== 'no-show') return null;
  const says = booking.state === 'completed' ? booking.actualMinutes : booking.of;
  return { by: booking.markedBySide, contested: booking.contest !== null, says };
}

function written(world: World, viewer: string, other: string) {
  const talk = talkOf(world, viewer, other);
  if (!talk) throw new Error('a conversation that nobody opened');
  return {
    with: other,
    lastSeq: talk.entries.length,
    unread: unread(talk, viewer),
    readUpTo: talk.readUpTo.get(viewer) ?? 0,
    otherReadUpTo: talk.readUpTo.get(other) ?? 0,
    writable: mayWrite(world, viewer, other),
    gatePassed: hasWritten(world, viewer, other),
  };
}

const head = ({ tail: _, ...conversation }: ConversationView) => conversation;

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
const byOther = (a: { with: string }, b: { with: string }) => (a.with < b.with ? -1 : 1);

/** A fresh snapshot says what the rules say. @see B3 C4 C5 P1 P3 */
export function agrees(world: World, personId: string, snapshot: Snapshot): void {
  const own = [...world.sessions.values()].filter((one) => sideOf(one, personId));
  expect(snapshot.bookings.map(shown).toSorted(byId)).toEqual(
    own.map((one) => seen(one, personId)).toSorted(byId),
  );
  const others = [...world.people.keys()].filter((other) => talkOf(world, personId, other));
  expect(snapshot.conversations.map(head).toSorted(byOther)).toEqual(
    others.map((other) => written(world, personId, other)).toSorted(byOther),
  );
  noticesAgree(world, personId, snapshot.notices);
  expect(snapshot.me.openCases).toEqual(casesOf(world, personId));
  const { memberships, zone } = snapshot.me;
  expect(zone).toBe(world.people.get(personId)?.zone);
  for (const { programId, role, status, availability } of memberships)
    expect({ role, status, availability }).toEqual(membershipOf(world, programId, personId));
}

/** No two agreed sessions of one person overlap, in any program. @see B6 */
export function noneOverlap(world: World): void {
  const held = [...world.sessions.values()].filter(agreed);
  for (const one of held)
    for (const two of held) {
      const shared = sideOf(two, one.mentorId) ?? sideOf(two, one.menteeId);
      if (one.id >= two.id || !shared) continue;
      const overlap = one.terms.starts < two.terms.ends && two.terms.starts < one.terms.ends;
      if (overlap) expect([one, two]).toBe('apart');
    }
}

/** The wake-ups that a session must have, and no others: none is lost, none is left over. @see D6 F5 W4 */
export function plannedFor(world: World, session: Session): Map<string, number> {
  const { now, lookedAt, graces, reminders } = world;
  const { id, table, state } = session;
  const closing = closes(session);
  const forgotten = lookedAt.get(id);
  const grace = graces.get(id);
  return new Map([
    ...(table ? [['deadline', table.respondBy] as const] : []),
    ...(state === 'accepted' && closing > now ? [['closing', closing] as const] : []),
    ...(forgotten === undefined ? [] : [['forgotten', forgotten] as const]),
    ...(grace === undefined ? [] : [['room-grace', grace] as const]),
    ...(reminders.get(id) ?? []),
  ]);
}

/** The same for all sessions, as the store keeps it. */
export const wakeupsOf = (world: World): string[] =>
  [...world.sessions.values()]
    .flatMap((session) =>
      [...plannedFor(world, session)].map(([kind, at]) => `${text(at)} ${kind} ${session.id}`),
    )
    .toSorted();

/** What whoever asks to enter the session's room now is told. @see W1 W2 P4 B9 */
export function atTheDoor(world: World, session: Session, personId: string): string {
  if (!sideOf(session, personId)) return 'not-found';
  if (!hasRoom(session)) return 'state';
  if (!isOpen(session, world.now)) return world.now < closes(session) ? 'before' : 'after';
  const active = [session.mentorId, session.menteeId].every(
    (id) => membershipOf(world, session.programId, id)?.status === 'active',
  );
  return active ? 'in' : 'state';
}
