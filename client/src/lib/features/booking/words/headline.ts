import { isBefore, type Booking, type Instant } from '@confab/shared';
import { m } from '#lib/paraglide/messages.js';
import { clockTime, minutesInWords } from '#lib/ui/time/words.ts';
import { proposal } from './proposal.ts';
import { calledName, type Viewpoint } from './viewpoint.ts';
import { whenForBoth } from './when.ts';

/** The booking's state as one sentence to the reader. */
export function headline(booking: Booking, viewpoint: Viewpoint, now: Instant): string {
  const { side, zone, other } = viewpoint;
  const name = calledName(other.name);
  const { startsAt, endsAt } = booking.terms;
  const when = whenForBoth(startsAt, viewpoint, now);
  switch (booking.state) {
    case 'pending': {
      const { offer } = booking;
      if (offer.version > 1) return proposal(booking, offer, viewpoint, now);
      return side === 'mentee'
        ? m.booking_head_requested({ name, when })
        : m.booking_head_asked({ name, when });
    }
    case 'accepted':
      if (isBefore(now, startsAt)) return m.booking_head_accepted({ when });
      if (isBefore(now, endsAt)) return m.booking_head_now({ time: clockTime(endsAt, zone) });
      return m.booking_head_was({ when });
    case 'completed':
      return m.booking_head_completed({ when, duration: minutesInWords(booking.actualMinutes) });
    case 'no-show':
      return booking.of === side
        ? m.booking_head_you_missed({ when })
        : m.booking_head_they_missed({ name, when });
    case 'declined':
      return booking.bySide === side
        ? m.booking_head_you_declined({ when })
        : m.booking_head_they_declined({ name, when });
    case 'expired':
      return m.booking_head_expired();
    case 'withdrawn':
      return side === 'mentee'
        ? m.booking_head_you_withdrew({ when })
        : m.booking_head_they_withdrew({ name, when });
    case 'cancelled':
      if (booking.bySide === 'membership') return m.booking_head_membership();
      return booking.bySide === side
        ? m.booking_head_you_cancelled({ when })
        : m.booking_head_they_cancelled({ name, when });
  }
}
