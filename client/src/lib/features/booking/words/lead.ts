import {
  isBefore,
  windowOf,
  type Accepted,
  type Booking,
  type Completed,
  type Instant,
  type NoShow,
  type Side,
} from '@confab/shared';
import { m } from '#lib/paraglide/messages.js';
import { clockTime, moment } from '#lib/ui/time/words.ts';
import { placeWords } from './place.ts';
import { proposal } from './proposal.ts';
import { calledName, type Viewpoint } from './viewpoint.ts';
import { whenForBoth, whenIn } from './when.ts';

/** What follows the headline: what is to be answered, until when, what comes next. */
export function lead(booking: Booking, viewpoint: Viewpoint, now: Instant): string[] {
  const { side, zone, other } = viewpoint;
  const name = calledName(other.name);
  const answer = (by: string, until: Instant) => {
    const when = moment(until, zone, now);
    return by === side ? m.booking_lead_theirs({ name, when }) : m.booking_lead_answer({ when });
  };
  switch (booking.state) {
    case 'pending':
      return [answer(booking.offer.by, booking.offer.respondBy)];
    case 'accepted': {
      const { proposal: offer } = booking;
      if (!offer) return [afterAcceptance(booking, viewpoint, now)];
      const until =
        offer.by === side ? m.booking_lead_until_they({ name }) : m.booking_lead_until_you();
      return [
        `${proposal(booking, offer, viewpoint, now)} ${until}`,
        answer(offer.by, offer.respondBy),
      ];
    }
    case 'expired': {
      const words = { when: whenForBoth(booking.terms.startsAt, viewpoint, now) };
      return [side === 'mentee' ? m.booking_lead_again(words) : m.booking_lead_expired_was(words)];
    }
    case 'completed':
    case 'no-show':
      return afterMark(booking, side, name);
    default:
      return [];
  }
}

/** Whether it stands as it was marked. @see F2 F4 */
function afterMark({ contest, markedBySide }: Completed | NoShow, side: Side, name: string) {
  if (contest)
    return [
      contest.bySide === side
        ? m.booking_lead_contested_yours()
        : m.booking_lead_contested_theirs({ name }),
    ];
  return markedBySide === 'manager' ? [m.booking_lead_settled()] : [];
}

function afterAcceptance(
  booking: Accepted,
  { side, zone, other }: Viewpoint,
  now: Instant,
): string {
  const { terms } = booking;
  if (!isBefore(now, terms.endsAt)) {
    return side === 'mentor'
      ? m.booking_lead_complete()
      : m.booking_lead_completes({ name: calledName(other.name) });
  }
  if (terms.location.kind === 'online') {
    const { opensAt, closesAt } = windowOf(booking);
    return isBefore(now, opensAt)
      ? m.booking_lead_room({
          opens: whenIn(opensAt, zone, now),
          closes: clockTime(closesAt, zone),
        })
      : m.booking_lead_room_open({ time: clockTime(closesAt, zone) });
  }
  return m.booking_lead_where({ place: placeWords(terms.location) });
}
