import {
  Temporal,
  liveOffer,
  otherSide,
  roomState,
  shelfOf,
  sideOf,
  type Instant,
  type Offer,
} from '@confab/shared';
import type { ConversationView } from '@confab/shared/protocol';
import type { LiveBooking } from '#lib/live/index.ts';

/** The one thing that a person should know, and do, first. */
export type Need =
  | { kind: 'join'; with: string; session: LiveBooking }
  | { kind: 'answer'; with: string; session: LiveBooking; offer: Offer }
  | { kind: 'complete'; with: string; session: LiveBooking }
  | { kind: 'settle'; programId: string; count: number }
  | { kind: 'read'; with: string }
  | { kind: 'meet'; with: string; session: LiveBooking }
  | { kind: 'waiting'; with: string; session: LiveBooking; offer: Offer }
  | { kind: 'nothing' };

const compare = (a: Instant, b: Instant) => Temporal.Instant.compare(a, b);

/** The other of a booking's two people. */
export const otherOf = ({ booking }: LiveBooking, me: string): string =>
  booking.mentorId === me ? booking.menteeId : booking.mentorId;

/** Upcoming accepted sessions, the next first. */
export const upcoming = (sessions: LiveBooking[], now: Instant): LiveBooking[] =>
  sessions
    .filter(({ booking }) => booking.state === 'accepted' && shelfOf(booking, now) === 'upcoming')
    .toSorted((a, b) => compare(a.booking.terms.startsAt, b.booking.terms.startsAt));

/** Sessions that took place or should have, the latest first. */
export const lately = (sessions: LiveBooking[], now: Instant): LiveBooking[] =>
  sessions
    .filter(({ booking }) => shelfOf(booking, now) === 'past')
    .toSorted((a, b) => compare(b.booking.terms.startsAt, a.booking.terms.startsAt));

/** Sessions with an offer on the table, the one to be answered soonest first. */
export const offers = (sessions: LiveBooking[], me: string) =>
  sessions
    .flatMap((session) => {
      const offer = liveOffer(session.booking);
      if (!offer) return [];
      return [{ session, offer, mine: otherSide(offer.by) === sideOf(session.booking, me) }];
    })
    .toSorted((a, b) => compare(a.offer.respondBy, b.offer.respondBy));

/** Unread words of the other's; what happened to sessions between them is said elsewhere. @see C5 */
const hasWords = ({ with: other, readUpTo, tail }: ConversationView): boolean =>
  tail.some(({ kind, author, seq }) => kind === 'text' && author === other && seq > readUpTo);

/** What needs this person most, at `now`. */
export function needOf(
  me: string,
  sessions: LiveBooking[],
  conversations: ConversationView[],
  now: Instant,
  openCases: Record<string, number> = {},
): Need {
  const next = upcoming(sessions, now);
  const open = next.find(
    ({ booking }) => roomState(booking, now) === 'open' && compare(now, booking.terms.endsAt) < 0,
  );
  if (open) return { kind: 'join', with: otherOf(open, me), session: open };

  const waiting = offers(sessions, me);
  const mine = waiting.find((one) => one.mine);
  if (mine) return { kind: 'answer', with: otherOf(mine.session, me), ...mine };

  const over = sessions.find(
    ({ booking }) =>
      booking.state === 'accepted' &&
      booking.mentorId === me &&
      compare(booking.terms.endsAt, now) <= 0,
  );
  if (over) return { kind: 'complete', with: otherOf(over, me), session: over };

  const [cases] = Object.entries(openCases);
  if (cases) return { kind: 'settle', programId: cases[0], count: cases[1] };

  const unread = conversations.find(hasWords);
  if (unread) return { kind: 'read', with: unread.with };

  const [meet] = next.filter(({ booking }) => compare(now, booking.terms.endsAt) < 0);
  if (meet) return { kind: 'meet', with: otherOf(meet, me), session: meet };

  const [theirs] = waiting;
  if (theirs) return { kind: 'waiting', with: otherOf(theirs.session, me), ...theirs };
  return { kind: 'nothing' };
}
