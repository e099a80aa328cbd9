import type { Instant } from '../time/index.ts';
import type { Accepted, Always, Booking, Completed, Marked, NoShow } from './booking.ts';
import { changedTerms } from './changed-terms.ts';
import type { BookingEvent } from './event.ts';
import { cancelled, impossible, type EventOf } from './fold.ts';

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
      const { actualMinutes } = event;
      return { ...marked(kept, acceptedAt, event), state: 'completed', actualMinutes };
    }
    case 'marked-no-show':
      return { ...marked(kept, acceptedAt, event), state: 'no-show', of: event.of };
    case 'settled':
      return settled(kept, acceptedAt, event);
    case 'room-extended':
      return { ...booking, ...extended(kept, event) };
    default:
      throw impossible(booking, event);
  }
}

/** A completed or no-show booking after an event. @see F1 F2 F3 F4 W3 */
export function onMarked(booking: Completed | NoShow, kept: Always, event: BookingEvent): Booking {
  switch (event.type) {
    case 'undone':
      return { ...kept, state: 'accepted', acceptedAt: booking.acceptedAt, proposal: null };
    case 'contested': {
      const { bySide, reason, at: contestedAt } = event;
      return { ...booking, ...kept, contest: { bySide, reason, contestedAt } };
    }
    case 'settled':
      return settled(kept, booking.acceptedAt, event);
    case 'room-extended':
      return { ...booking, ...extended(kept, event) };
    default:
      throw impossible(booking, event);
  }
}

/** A new mark, which nobody contests yet. */
const marked = (
  kept: Always,
  acceptedAt: Instant,
  { bySide, at }: EventOf<'completed' | 'marked-no-show'>,
): Marked => ({
  ...kept,
  acceptedAt,
  markedBySide: bySide,
  markedAt: at,
  contest: null,
  reason: null,
});

function settled(
  kept: Always,
  acceptedAt: Instant,
  { outcome, reason, at: markedAt }: EventOf<'settled'>,
): Completed | NoShow {
  const base: Marked = {
    ...kept,
    acceptedAt,
    markedBySide: 'manager',
    markedAt,
    contest: null,
    reason,
  };
  return outcome.kind === 'completed'
    ? { ...base, state: 'completed', actualMinutes: outcome.minutes }
    : { ...base, state: 'no-show', of: outcome.of };
}

/** An extension belongs to the window that it extended: a new time has none. @see W3 W4 */
function moved(accepted: Accepted, { terms, roomId }: EventOf<'moved'>): Accepted {
  const changed = changedTerms(accepted.terms, terms);
  const isOtherTime = changed.has('start') || changed.has('length');
  const extension = isOtherTime ? 0 : accepted.extension;
  return { ...accepted, terms, roomId, extension };
}

const extended = (kept: Always, { minutes }: EventOf<'room-extended'>): Always => ({
  ...kept,
  extension: kept.extension + minutes,
});
