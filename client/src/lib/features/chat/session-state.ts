import { isBefore, type Booking, type Instant, type Side } from '@confab/shared';
import { m } from '#lib/paraglide/messages.js';
import { minutesInWords, moment } from '#lib/ui/time/words.ts';

/** Who reads, in which zone, when; `name` is the other person's. */
export interface Reader {
  viewerId: string;
  name: string;
  zone: string;
  now: Instant;
}

/** How a session stands, in a few words, with the colour that goes with them. */
export interface StateWords {
  tone: 'waiting' | 'agreed' | 'live' | 'over';
  text: string;
}

export function stateWords(booking: Booking, { viewerId, name, zone, now }: Reader): StateWords {
  const own: Side = booking.mentorId === viewerId ? 'mentor' : 'mentee';
  switch (booking.state) {
    case 'pending': {
      const time = moment(booking.offer.respondBy, zone, now);
      const text =
        booking.awaiting === own
          ? m.chat_waits_for_you({ time })
          : m.chat_waits_for({ name, time });
      return { tone: 'waiting', text };
    }
    case 'accepted': {
      const { startsAt, endsAt } = booking.terms;
      if (isBefore(now, startsAt)) {
        return booking.proposal
          ? { tone: 'waiting', text: m.chat_accepted_proposed() }
          : { tone: 'agreed', text: m.chat_accepted() };
      }
      return isBefore(now, endsAt)
        ? { tone: 'live', text: m.chat_now() }
        : { tone: 'waiting', text: m.chat_to_complete() };
    }
    case 'completed': {
      const duration = minutesInWords(booking.actualMinutes);
      return { tone: 'over', text: m.chat_completed({ duration }) };
    }
    case 'no-show':
      return {
        tone: 'over',
        text: booking.of === own ? m.chat_no_show_you() : m.chat_no_show({ name }),
      };
    case 'declined':
      return { tone: 'over', text: m.chat_declined() };
    case 'expired':
      return { tone: 'over', text: m.chat_expired() };
    case 'withdrawn':
      return { tone: 'over', text: m.chat_withdrawn() };
    case 'cancelled':
      return { tone: 'over', text: m.chat_cancelled() };
  }
}
