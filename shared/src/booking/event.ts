import type { Instant } from '../time/index.ts';
import type { Offer, Outcome, Side, Terms } from './booking.ts';
import type { RoomMargins } from './room.ts';

/** What happened to a booking, enough to rebuild its state by folding. Past tense, append-only. */
export type BookingEvent = { at: Instant } & (
  | {
      type: 'requested';
      bookingId: string;
      programId: string;
      mentorId: string;
      menteeId: string;
      note: string | null;
      margins: RoomMargins;
      roomId: string | null;
      offer: Offer;
    }
  | {
      type: 'proposed';
      offer: Offer;
      /** open milliseconds left of the mentee's offer, on its first answer */ left: number | null;
    }
  | { type: 'accepted'; bySide: Side; terms: Terms; roomId: string | null }
  | { type: 'moved'; bySide: Side; terms: Terms; roomId: string | null }
  | { type: 'declined'; bySide: Side; reason: string | null }
  | { type: 'proposal-refused'; bySide: Side; version: number }
  | {
      type: 'proposal-withdrawn';
      bySide: Side;
      version: number;
      /** on a pending request: the offer that stands again */ offer: Offer | null;
    }
  | { type: 'proposal-lapsed'; version: number }
  | { type: 'withdrawn' }
  | { type: 'expired'; awaited: Side }
  | { type: 'cancelled'; bySide: Side | 'membership'; reason: string | null }
  | { type: 'completed'; bySide: Side; actualMinutes: number }
  | { type: 'marked-no-show'; bySide: Side; of: Side }
  | { type: 'undone'; bySide: Side }
  | { type: 'contested'; bySide: Side; reason: string }
  | { type: 'settled'; outcome: Outcome; reason: string | null }
  | { type: 'room-extended'; bySide: Side; minutes: number }
);

export type BookingEventType = BookingEvent['type'];
