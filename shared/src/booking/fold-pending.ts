import type { Always, Booking, Pending } from './booking.ts';
import type { BookingEvent } from './event.ts';
import { cancelled, impossible, type EventOf } from './fold.ts';

/** A pending request after an event. @see B4 R3 */
export function onPending(booking: Pending, kept: Always, event: BookingEvent): Booking {
  switch (event.type) {
    case 'proposed':
      return afterProposal(booking, kept, event);
    case 'proposal-withdrawn':
      if (!event.offer) throw impossible(booking, event);
      return { ...kept, state: 'pending', awaiting: 'mentor', offer: event.offer };
    case 'accepted': {
      const { terms, roomId, at: acceptedAt } = event;
      return { ...kept, terms, roomId, state: 'accepted', acceptedAt, proposal: null };
    }
    case 'declined': {
      const { bySide, reason, at: endedAt } = event;
      return { ...kept, state: 'declined', bySide, reason, endedAt };
    }
    case 'withdrawn':
      return { ...kept, state: 'withdrawn', endedAt: event.at };
    case 'expired':
      return { ...kept, state: 'expired', awaited: event.awaited, endedAt: event.at };
    case 'cancelled':
      return cancelled(kept, event, 'pending');
    default:
      throw impossible(booking, event);
  }
}

/** The mentor's first answer remembers the mentee's offer; a counter takes its place. @see R3 */
function afterProposal(booking: Pending, before: Always, event: EventOf<'proposed'>): Booking {
  const { offer, left } = event;
  const kept = { ...before, version: offer.version };
  if (offer.by === 'mentee') {
    return { ...kept, terms: offer.terms, state: 'pending', awaiting: 'mentor', offer };
  }
  if (booking.awaiting === 'mentee') {
    return { ...kept, state: 'pending', awaiting: 'mentee', offer, answered: booking.answered };
  }
  if (left === null) throw impossible(booking, event);
  const answered = { offer: booking.offer, left };
  return { ...kept, state: 'pending', awaiting: 'mentee', offer, answered };
}
