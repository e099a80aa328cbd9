import type { Accepted, Always, Booking, Completed, NoShow } from './booking.ts';
import type { BookingEvent } from './event.ts';
import { cancelled, impossible, type EventOf } from './fold.ts';
import { sameTime } from './terms.ts';

/** An accepted booking after an event. @see R2 B7 F1 F3 */
export function onAccepted(booking: Accepted, kept: Always, event: BookingEvent): Booking {
  const { acceptedAt } = booking;
  const accepted = { ...kept, state: 'accepted' as const, acceptedAt, proposal: null };
  switch (event.type) {
    case 'proposed':
      return { ...accepted, version: event.offer.version, proposal: event.offer };
    case 'moved':
      return moved(accepted, event);
    case 'proposal-refused':
    case 'proposal-withdrawn':
    case 'proposal-lapsed':
      return accepted;
    case 'cancelled':
      return cancelled(kept, event, 'accepted');
    case 'completed': {
      const { actualMinutes, bySide: markedBySide, at: markedAt } = event;
      return { ...kept, state: 'completed', acceptedAt, actualMinutes, markedBySide, markedAt };
    }
    case 'marked-no-show': {
      const { of, bySide: markedBySide, at: markedAt } = event;
      return { ...kept, state: 'no-show', acceptedAt, of, markedBySide, markedAt };
    }
    case 'room-extended':
      return { ...booking, ...extended(kept, event) };
    default:
      throw impossible(booking, event);
  }
}

/** A completed or no-show booking after an event. @see F1 F3 W3 */
export function onMarked(booking: Completed | NoShow, kept: Always, event: BookingEvent): Booking {
  switch (event.type) {
    case 'undone':
      return { ...kept, state: 'accepted', acceptedAt: booking.acceptedAt, proposal: null };
    case 'room-extended':
      return { ...booking, ...extended(kept, event) };
    default:
      throw impossible(booking, event);
  }
}

/** An extension belongs to the window that it extended: a new time has none. @see W3 W4 */
function moved(accepted: Accepted, { terms, roomId }: EventOf<'moved'>): Accepted {
  const extension = sameTime(terms, accepted.terms) ? accepted.extension : 0;
  return { ...accepted, terms, roomId, extension };
}

const extended = (kept: Always, { minutes }: EventOf<'room-extended'>): Always => ({
  ...kept,
  extension: kept.extension + minutes,
});
