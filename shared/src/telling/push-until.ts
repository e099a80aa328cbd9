import { isBefore, type Instant } from '../time/index.ts';
import type { Booking, Side } from '../booking/booking.ts';
import { liveOffer } from '../booking/live-offer.ts';
import { caseWaits, isOfCase, type NoticeKind } from './notice.ts';
import { isReminder, reminderStill } from './reminders.ts';

/** Hours for which a change is news to a device that was off. */
const newsHours = 24;

/** What a device is to be told: a notice of one side or of a manager, as it was written. */
interface Told {
  kind: NoticeKind;
  /** Null: neither of the two. */
  side: Side | null;
  /** The booking's revision that it speaks of. */
  revision: number;
  /** The start that it speaks of. */
  startsAt: Instant;
  toldAt: Instant;
}

/**
 * Until when a device is told this, looked at now; null: it is not to be told any more. A reminder
 * holds as long as its own hour, an offer until its deadline, a change for a day, a case
 * while it waits, for a day; and what the booking has gone on from is not told. @see N2
 */
export function pushUntil(booking: Booking, told: Told, now: Instant): Instant | null {
  const until = holds(booking, told, now);
  return until && isBefore(now, until) ? until : null;
}

function holds(booking: Booking, told: Told, now: Instant): Instant | null {
  const { kind, side, revision, startsAt, toldAt } = told;
  if (isOfCase(kind))
    return caseWaits(booking, kind, now) ? toldAt.add({ hours: newsHours }) : null;
  if (!side) return null;
  if (isReminder(kind))
    return reminderStill(booking, { kind, side, startsAt, toldAt }, now)?.until ?? null;
  if (booking.revision !== revision) return null;
  const offer = kind === 'requested' || kind === 'proposed' ? liveOffer(booking) : null;
  return offer?.respondBy ?? toldAt.add({ hours: newsHours });
}
