import {
  applyEvent,
  changedTerms,
  isReminder,
  liveOffer,
  spokenTerms,
  standingTerms,
  toText,
  type Booking,
  type BookingEvent,
  type ChangedTerm,
  type Terms,
} from '@confab/shared';
import type { Tx } from '../../db/database.ts';
import type { LetterKind } from '../../outbox/letter.ts';
import { historyOf } from '../bookings/queries.ts';
import { lengthIn, spanIn } from './moments.ts';
import type { About, Words } from './words/index.ts';

/** A booking as it was before and after one of its events. */
export interface Then {
  /** Null: it was requested by it. */
  before: Booking | null;
  booking: Booking;
  event: BookingEvent;
}

/** The booking as it was at that revision, however it has gone on. */
export const bookingThen = async (
  tx: Tx,
  bookingId: string,
  revision: number,
): Promise<Then | null> => after((await historyOf(tx, bookingId)).slice(0, revision));

/** The booking as it was after what happened at that instant; null: nothing of the kind did. */
export async function bookingWhen(
  tx: Tx,
  bookingId: string,
  kind: string,
  at: string,
): Promise<Then | null> {
  const events = await historyOf(tx, bookingId);
  const place = events.findIndex((one) => one.type === kind && toText(one.at) === at);
  return after(events.slice(0, place + 1));
}

function after(events: readonly BookingEvent[]): Then | null {
  const event = events.at(-1);
  if (!event) return null;
  const before = events.slice(0, -1).reduce<Booking | null>(applyEvent, null);
  return { before, booking: applyEvent(before, event), event };
}

/** What is told of a session's terms. */
export interface Spoken {
  terms: Terms;
  /** Those that stood before; null: it tells of no change. */
  instead: Terms | null;
  /** What is another; empty where it tells of no change. */
  changed: ReadonlySet<ChangedTerm>;
  /** How many minutes it was set to have taken; null: it does not tell of that. @see F2 */
  took: number | null;
}

/** What a letter is about. */
export interface Told extends Spoken {
  booking: Booking;
  /** What happened; null: nothing, it is a reminder. */
  event: BookingEvent | null;
}

const toAnswer: ReadonlySet<LetterKind> = new Set(['answer-halfway', 'answer-soon']);

/**
 * What a letter or push tells: of what happened as it happened, of a reminder as the booking is.
 *
 * @param now the booking as it is now
 */
export function spokenOf(kind: LetterKind, then: Then, now: Booking): Spoken {
  if (isReminder(kind)) {
    const offer = toAnswer.has(kind) ? liveOffer(now) : null;
    return offer ? changing(standingTerms(now), offer.terms) : plain(now.terms);
  }
  const { before, booking, event } = then;
  const terms = spokenTerms(event, booking);
  switch (kind) {
    case 'proposed':
      return changing(standingTerms(booking), terms);
    case 'accepted':
    case 'moved':
      return changing(before && standingTerms(before), terms);
    default:
      return { ...plain(terms), took: event.type === 'completed' ? event.actualMinutes : null };
  }
}

const changing = (instead: Terms | null, terms: Terms): Spoken =>
  instead ? { ...plain(terms), instead, changed: changedTerms(instead, terms) } : plain(terms);

/** Terms of which nothing is told but themselves. */
export const plain = (terms: Terms): Spoken => ({
  terms,
  instead: null,
  changed: new Set(),
  took: null,
});

/** What its sentences are made with. @param zone the reader's */
export const aboutIn = (
  name: string,
  { terms, changed, took }: Spoken,
  zone: string,
  words: Words,
): About => ({
  name,
  when: spanIn(terms, zone, words),
  changed,
  took: took === null ? null : lengthIn(took, words),
});
