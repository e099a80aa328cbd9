import type { Booking } from '../booking/booking.ts';
import { refuse, type May } from '../booking/verdict.ts';
import { isBefore, type Instant } from '../time/index.ts';
import { changeableDays, type Review } from './review.ts';

/** Until when a review may be changed or taken back. @see F6 */
export const changeableUntil = ({ writtenAt }: Pick<Review, 'writtenAt'>): Instant =>
  writtenAt.add({ hours: changeableDays * 24 });

/** Does a review of this session count and show now? While the session is completed. @see F6 */
export const reviewCounts = ({ state }: Pick<Booking, 'state'>): boolean => state === 'completed';

/**
 * May one of the two write a review, or change the one they wrote?
 *
 * @param own what they wrote before; null: nothing
 * @param isMember they are still active in the program
 * @see F6
 */
export function mayReview(
  booking: Pick<Booking, 'state'>,
  own: Pick<Review, 'writtenAt'> | null,
  isMember: boolean,
  now: Instant,
): May {
  if (!reviewCounts(booking)) return refuse({ code: 'wrong-state', state: booking.state });
  if (!isMember) return refuse({ code: 'not-your-part' });
  return own ? inTime(own, now) : { ok: true, until: null };
}

/** May they take it back? Whatever became of the session, and of their membership. @see F6 */
export const mayTakeBack = (own: Pick<Review, 'writtenAt'> | null, now: Instant): May =>
  own ? inTime(own, now) : refuse({ code: 'not-found' });

function inTime(own: Pick<Review, 'writtenAt'>, now: Instant): May {
  const until = changeableUntil(own);
  return isBefore(now, until) ? { ok: true, until } : refuse({ code: 'too-late', sinceAt: until });
}
