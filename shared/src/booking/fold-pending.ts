import type { Always, AwaitingMentor, Booking, Offer, Pending } from './booking.ts';
import type { BookingEvent } from './event.ts';
import { cancelled, impossible, type EventOf } from './fold.ts';

/** A pending request after an event. @see B4 R3 */
export function onPending(booking: Pending, kept: Always, event: BookingEvent): Booking {
  switch (event.type) {
    case 'proposed':
      return afterProposal(booking, kept, event);
    case 'proposal-withdrawn':
      if (!event.offer) throw impossible(booking, event);
      return standsAgain(kept, event.offer);
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

/** The mentee's last own offer, once nothing of the mentor's is beside it any more. */
const standsAgain = (kept: Always, offer: Offer): AwaitingMentor => ({
  ...kept,
  state: 'pending',
  awaiting: 'mentor',
  offer,
  countered: null,
});

/** The mentor's first answer remembers the mentee's offer; a counter takes its place. @see R3 */
function afterProposal(booking: Pending, before: Always, event: EventOf<'proposed'>): Booking {
  const { offer, left } = event;
  const kept = { ...before, version: offer.version };
  if (offer.by === 'mentee') {
    const { terms } = offer;
    const countered = booking.offer.terms;
    return { ...kept, terms, state: 'pending', awaiting: 'mentor', offer, countered };
  }
  if (booking.awaiting === 'mentee') {
    return { ...kept, state: 'pending', awaiting: 'mentee', offer, answered: booking.answered };
  }
  if (left === null) throw impossible(booking, event);
  const answered = { offer: booking.offer, left };
  return { ...kept, state: 'pending', awaiting: 'mentee', offer, answered };
}
