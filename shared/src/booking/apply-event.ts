import type { Always, Booking, Pending } from './booking.ts';
import type { BookingEvent } from './event.ts';
import { sameTime } from './terms.ts';

/**
 * The booking after an event: `decide`'s booking is the fold of its events.
 *
 * @throws Error on an event that cannot follow, which no decision makes
 */
export function applyEvent(booking: Booking | null, event: BookingEvent): Booking {
  if (event.type === 'requested') {
    if (booking) throw impossible(booking, event);
    return begin(event);
  }
  if (!booking) throw impossible(booking, event);
  const kept = { ...always(booking), revision: booking.revision + 1 };
  return isOnPending(booking) ? onPending(booking, kept, event) : onSettled(booking, kept, event);
}

type EventOf<Type extends BookingEvent['type']> = Extract<BookingEvent, { type: Type }>;

const isOnPending = (booking: Booking): booking is Pending => booking.state === 'pending';

function begin({ bookingId, at, ...event }: EventOf<'requested'>): Booking {
  const { programId, mentorId, menteeId, note, margins, roomId, offer } = event;
  return {
    id: bookingId,
    programId,
    mentorId,
    menteeId,
    note,
    requestedAt: at,
    terms: offer.terms,
    roomId,
    margins,
    extension: 0,
    version: offer.version,
    revision: 1,
    state: 'pending',
    awaiting: 'mentor',
    offer,
  };
}

function onPending(booking: Pending, kept: Always, event: BookingEvent): Booking {
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

function onSettled(booking: Exclude<Booking, Pending>, kept: Always, event: BookingEvent): Booking {
  switch (booking.state) {
    case 'accepted': {
      const { acceptedAt } = booking;
      const { at: markedAt } = event;
      const accepted = { ...kept, state: 'accepted' as const, acceptedAt };
      switch (event.type) {
        case 'proposed':
          return { ...accepted, version: event.offer.version, proposal: event.offer };
        case 'moved': {
          const { terms, roomId } = event;
          // An extension belongs to the window that it extended.
          const extension = sameTime(terms, booking.terms) ? booking.extension : 0;
          return { ...accepted, terms, roomId, extension, proposal: null };
        }
        case 'proposal-refused':
        case 'proposal-withdrawn':
        case 'proposal-lapsed':
          return { ...accepted, proposal: null };
        case 'cancelled':
          return cancelled(kept, event, 'accepted');
        case 'completed': {
          const { actualMinutes, bySide: markedBySide } = event;
          return { ...kept, state: 'completed', acceptedAt, actualMinutes, markedBySide, markedAt };
        }
        case 'marked-no-show': {
          const { of, bySide: markedBySide } = event;
          return { ...kept, state: 'no-show', acceptedAt, of, markedBySide, markedAt };
        }
        case 'room-extended':
          return { ...booking, ...extended(kept, event) };
        default:
          throw impossible(booking, event);
      }
    }
    case 'completed':
    case 'no-show':
      if (event.type === 'room-extended') return { ...booking, ...extended(kept, event) };
      if (event.type !== 'undone') throw impossible(booking, event);
      return { ...kept, state: 'accepted', acceptedAt: booking.acceptedAt, proposal: null };
    default:
      throw impossible(booking, event);
  }
}

const extended = (kept: Always, { minutes }: EventOf<'room-extended'>): Always => ({
  ...kept,
  extension: kept.extension + minutes,
});

function cancelled(
  kept: Always,
  { bySide, reason, at: endedAt }: EventOf<'cancelled'>,
  from: 'pending' | 'accepted',
): Booking {
  return { ...kept, state: 'cancelled', bySide, reason, endedAt, from };
}

/** What every state keeps, without what only one of them has. */
function always(booking: Booking): Always {
  const { id, programId, mentorId, menteeId, note, requestedAt } = booking;
  const { terms, roomId, margins, extension, version, revision } = booking;
  return {
    ...{ id, programId, mentorId, menteeId, note, requestedAt },
    ...{ terms, roomId, margins, extension, version, revision },
  };
}

const impossible = (booking: Booking | null, event: BookingEvent): Error =>
  new Error(`The event ${event.type} cannot follow on a booking ${booking?.state ?? 'unmade'}.`);
