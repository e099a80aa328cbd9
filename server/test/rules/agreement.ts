import { expect } from 'vitest';
import { liveOffer, type Booking, type Offer, type Terms } from '@confab/shared';
import { noneOverlap, plannedFor } from '../lives/agreement.ts';
import type {
  Offer as OfferInModel,
  Session,
  Terms as TermsInModel,
  World,
} from '../lives/world.ts';
import type { Rulebook } from './rulebook.ts';

const ms = ({ epochMilliseconds }: { epochMilliseconds: number }) => epochMilliseconds;

const terms = ({ startsAt, endsAt, location }: Terms) => [ms(startsAt), ms(endsAt), location];
const termsOf = ({ starts, ends, place }: TermsInModel) => [starts, ends, place];

const offer = (one: Offer) => [
  one.version,
  one.by,
  ...terms(one.terms),
  one.zone,
  ms(one.clockEndsAt),
  ms(one.respondBy),
];
const offerOf = (one: OfferInModel) => [
  one.version,
  one.by,
  ...termsOf(one),
  one.zone,
  one.clockEnds,
  one.respondBy,
];

/** A booking as the product decided it. */
function decided(booking: Booking) {
  const live = liveOffer(booking);
  const mark =
    booking.state === 'completed'
      ? [booking.markedBySide, booking.contest !== null, booking.actualMinutes]
      : booking.state === 'no-show'
        ? [booking.markedBySide, booking.contest !== null, booking.of]
        : null;
  return {
    state: booking.state,
    terms: terms(booking.terms),
    offer: live && offer(live),
    left: 'answered' in booking ? booking.answered.left : null,
    roomId: booking.roomId,
    version: booking.version,
    extension: booking.extension,
    mark,
  };
}

/** The same, as the model says it must be. @see B3 D4 R1 R3 W3 */
function ruled(session: Session) {
  const { state, table, answered, roomId, version, extension, mark } = session;
  return {
    state,
    terms: termsOf(session.terms),
    offer: table && offerOf(table),
    left: answered?.left ?? null,
    roomId,
    version,
    extension,
    mark: mark && [mark.by, mark.contested, mark.says],
  };
}

/** The rules and the model have come to the same. @see B6 D3 D4 D6 F5 N1 N2 R3 */
export function agree(world: World, book: Rulebook): void {
  same([...book.bookings.keys()], [...world.sessions.keys()]);
  for (const [id, session] of world.sessions) {
    const booking = book.bookings.get(id);
    if (booking) same(decided(booking), ruled(session));
    const planned = [...(book.wakeups.get(id) ?? [])].map(([kind, at]) => [kind, ms(at)] as const);
    const expected = plannedFor(world, session);
    // Who is inside a room, the room's own code knows.
    expected.delete('room-grace');
    same(sorted(planned), sorted(expected));
  }
  for (const personId of world.people.keys())
    same(book.told.get(personId) ?? 0, world.notices.get(personId)?.lastNo ?? 0);
  noneOverlap(world);
}

const sorted = (planned: Iterable<readonly [string, number]>) =>
  [...planned].toSorted(([one], [other]) => (one < other ? -1 : 1));

/** Compared as text, for there are millions; told at length only where they differ. */
function same(received: unknown, expected: unknown): void {
  if (JSON.stringify(received) !== JSON.stringify(expected)) expect(received).toEqual(expected);
}
