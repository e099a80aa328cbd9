import type { BookingShelf } from '@confab/shared';
import type { Shelved } from '../shelves.ts';
import { shelfOrder } from './shelf-words.ts';

/** Which booking stands where. */
export type Places = Map<string, BookingShelf>;

export const placesOf = (shelves: Shelved): Places =>
  new Map(shelfOrder.flatMap((shelf) => shelves[shelf].map(({ booking }) => [booking.id, shelf])));

/** A booking that has come, or has gone from one shelf to another. */
export interface Move {
  bookingId: string;
  /** Null: it is new. */
  from: BookingShelf | null;
  to: BookingShelf;
}

/** What moved between two looks. Older bookings that were fetched on a full shelf are no move. */
export function movesBetween(before: Places, after: Places): Move[] {
  const moves: Move[] = [];
  for (const [bookingId, to] of after) {
    const from = before.get(bookingId) ?? null;
    if (from === to) continue;
    const isFetched = from === null && (to === 'past' || to === 'cancelled');
    if (!isFetched) moves.push({ bookingId, from, to });
  }
  return moves;
}
