import {
  changedTerms,
  isBefore,
  liveOffer,
  roomState,
  windowOf,
  type Booking,
  type Instant,
  type Interval,
} from '@confab/shared';
import { wholeDays } from '#lib/ui/ribbon/geometry.ts';
import type { ClockMark, Mark, SessionMark } from '#lib/ui/ribbon/marks.ts';

/** One ribbon of a booking: whole local days, and what lies on them. */
export interface BookingRibbon {
  what: 'agreed' | 'proposed' | 'answer';
  from: Instant;
  to: Instant;
  marks: Mark[];
}

/** The whole days that a stretch touches; one that ends at midnight does not touch the next. */
const daysOf = ({ startsAt, endsAt }: Interval, zone: string) =>
  wholeDays(startsAt, endsAt.subtract({ milliseconds: 1 }), zone);

/** The session of a booking as the ribbon draws it, by the booking's own time. */
function sessionMark(booking: Booking, now: Instant): SessionMark {
  const { startsAt, endsAt, location } = booking.terms;
  const withRoom = location.kind === 'online' && (booking.state === 'accepted' || isPast(booking));
  const room = withRoom ? windowOf(booking) : null;
  return { kind: 'session', startsAt, endsAt, room, look: lookOf(booking, now) };
}

const isPast = ({ state }: Booking) => state === 'completed' || state === 'no-show';

function lookOf(booking: Booking, now: Instant): NonNullable<SessionMark['look']> {
  if (booking.state === 'pending') return 'asked';
  if (booking.state !== 'accepted') return 'over';
  const { startsAt, endsAt } = booking.terms;
  if (!isBefore(now, endsAt)) return 'over';
  return isBefore(now, startsAt) && roomState(booking, now) !== 'open' ? 'agreed' : 'live';
}

/** The response clock of the offer on the table, if one runs. */
function clockMark(booking: Booking): ClockMark | null {
  const offer = liveOffer(booking);
  if (!offer) return null;
  const { madeAt, respondBy, zone, clock } = offer;
  return { kind: 'clock', madeAt, respondBy, zone, clock };
}

/**
 * The ribbons of a booking's page, in the viewer's days: the session's day, the day of another time
 * proposed where it is another, and the response clock where it runs on other days than those.
 */
export function ribbonsOf(booking: Booking, zone: string, now: Instant): BookingRibbon[] {
  const offer = liveOffer(booking);
  const clock = clockMark(booking);
  const session = sessionMark(booking, now);
  const changed = offer && !isOnTable(booking) ? changedTerms(booking.terms, offer.terms) : null;
  const ribbons: BookingRibbon[] = [
    { what: 'agreed', ...daysOf(booking.terms, zone), marks: [session] },
  ];
  if (offer && (changed?.has('start') || changed?.has('length'))) {
    const { startsAt, endsAt } = offer.terms;
    const mark: Mark = { kind: 'proposal', startsAt, endsAt };
    const day = daysOf(offer.terms, zone);
    const same = ribbons.find((one) => one.from.equals(day.from) && one.to.equals(day.to));
    if (same) same.marks.push(mark);
    else ribbons.push({ what: 'proposed', ...day, marks: [mark] });
  }
  if (clock) {
    const first = isBefore(now, clock.madeAt) ? clock.madeAt : now;
    const days = wholeDays(
      isBefore(first, clock.respondBy) ? first : clock.madeAt,
      clock.respondBy,
      zone,
    );
    const holder = ribbons.find(
      (one) => !isBefore(days.from, one.from) && !isBefore(one.to, days.to),
    );
    if (holder) holder.marks.push(clock);
    else ribbons.push({ what: 'answer', ...days, marks: [clock] });
  }
  return ribbons;
}

/** Are the offer's terms the booking's own: a request, or a mentee's counter? */
const isOnTable = (booking: Booking): boolean =>
  booking.state === 'pending' && booking.awaiting === 'mentor';

/** The ribbon of a row: for what waits the days until the answer, else the session's own. */
export function rowRibbon(
  booking: Booking,
  zone: string,
  now: Instant,
): Omit<BookingRibbon, 'what'> {
  const offer = liveOffer(booking);
  const clock = clockMark(booking);
  if (booking.state === 'pending' && offer && clock) {
    const { startsAt, endsAt } = offer.terms;
    const asked: Mark = { kind: 'session', startsAt, endsAt, room: null, look: 'asked' };
    const from = isBefore(now, clock.respondBy) ? now : clock.madeAt;
    return { ...wholeDays(from, clock.respondBy, zone), marks: [asked, clock] };
  }
  const marks: Mark[] = [sessionMark(booking, now)];
  if (clock) marks.push(clock);
  return { ...daysOf(booking.terms, zone), marks };
}
